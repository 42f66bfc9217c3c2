/** Where Slack takes messages; an admin can allow another host for a service that understands the same. */
export const SLACK_HOST = 'hooks.slack.com';
