import { refuse } from '#shared/contract/refusals';

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether messages may be sent to an address: https, exactly the allowed host, and no credentials in it. A service on
 * this computer may be used without TLS.
 * @param allowedHost a host, with a port if it is not the default one
 */
function isSlackAddress(address: string, allowedHost: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username, password } = new URL(address);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
  return isSafe && host === allowedHost && username === '' && password === '';
}

/** Refuses an address that is not on the host that the store allows. @throws SLACK_ADDRESS */
export function assertSlackAddress(address: string, allowedHost: string): void {
  if (!isSlackAddress(address, allowedHost)) throw refuse('SLACK_ADDRESS', { host: allowedHost });
}
