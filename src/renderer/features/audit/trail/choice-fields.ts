/** Fields of the audit log whose values are words of a fixed choice; each has its text under `words`. */
export const CHOICE_FIELDS: ReadonlySet<string> = new Set([
  'status',
  'state',
  'decision',
  'grant',
  'kind',
  'taxRounding',
  'expiredStock',
  'smtpSecurity',
  'value',
  'uncounted',
]);
