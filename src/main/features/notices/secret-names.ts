import type { SecretName } from '#shared/contract/notices';

/** A secret of the store, or a person's own Slack address. */
export type AnySecret = SecretName | `slack webhook of ${number}`;

/** The name under which a person's own Slack address is sealed. */
export function ownSlack(accountId: number): `slack webhook of ${number}` {
  return `slack webhook of ${accountId}`;
}
