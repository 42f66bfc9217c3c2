/** The name of a person, of the row of `account` that goes by an alias; its accounts may have a first name alone. */
export const nameOf = (account: string): string =>
  `trim(${account}.first_name || ' ' || ${account}.last_name)`;

/** The name of the person with an account, as a query; null where there is none. */
export const nameOfAccount = (id: string): string =>
  `(SELECT ${nameOf('account')} FROM account WHERE id = ${id})`;
