import { refuse } from '#shared/contract/refusals';
import { isSlackAddress } from '#shared/kernel/slack-address';

/** Refuses an address that is not on the host which the store allows. @throws SLACK_ADDRESS */
export function mustBeSlackAddress(address: string, allowedHost: string): void {
  if (!isSlackAddress(address, allowedHost)) throw refuse('SLACK_ADDRESS', { host: allowedHost });
}
