/** SQL for a person's name from the row of `account` with this alias; some accounts have only a first name. */
export const nameOf = (account: string): string =>
  `trim(${account}.first_name || ' ' || ${account}.last_name)`;

/** A query for the name of an account's person; null if there is none. */
export const nameOfAccount = (id: string): string =>
  `(SELECT ${nameOf('account')} FROM account WHERE id = ${id})`;
