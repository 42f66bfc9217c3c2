/** The host of Slack's webhooks; an admin can allow another host for a compatible service. */
export const SLACK_HOST = 'hooks.slack.com';
