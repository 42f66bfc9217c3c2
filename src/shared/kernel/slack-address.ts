/** Where Slack takes messages; an admin can allow another host for a service that understands the same. */
export const SLACK_HOST = 'hooks.slack.com';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether messages may be sent to an address: https, on exactly the allowed host, without a name and password in it.
 * A service on this computer may do without TLS.
 * @param allowedHost a host, with a port where it is not the usual one
 */
export function isSlackAddress(address: string, allowedHost: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, password } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  return isSafe && host === allowedHost && username === '' && password === '';
}
