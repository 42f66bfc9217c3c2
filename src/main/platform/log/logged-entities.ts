import type { Topic } from '#shared/contract/events';

interface Logged {
  /** What a change of it makes stale; its feature notifies the windows of more, or of a change that is not logged. */
  topics: readonly Topic[];
  /** The details of its entries that are personal and stored beside the chain. */
  personal?: { label?: true; fields?: readonly string[] };
}

const OF_PERSON = ['username', 'email', 'firstName', 'lastName', 'department'];

/** The kinds of records that entries of the log are about. */
const logged = {
  account: { topics: ['people'], personal: { label: true, fields: OF_PERSON } },
  backup: { topics: ['stores'] },
  batch: { topics: ['stock'] },
  category: { topics: ['catalogue'] },
  channel: { topics: ['sales'] },
  import: { topics: [] },
  issue: { topics: ['issues'], personal: { label: true, fields: ['holder'] } },
  location: { topics: ['stock'] },
  'location-threshold': { topics: ['alerts'] },
  log: { topics: [] },
  notice: { topics: ['notices'], personal: { label: true } },
  numbers: { topics: [] },
  order: { topics: ['sales'], personal: { fields: ['customerName'] } },
  permission: { topics: ['people'] },
  product: { topics: ['catalogue'] },
  'recovery-code': { topics: ['people'] },
  registration: { topics: ['people'], personal: { label: true, fields: OF_PERSON } },
  secret: { topics: ['notices'] },
  settings: { topics: ['stores'] },
  'sign-in': { topics: ['people'], personal: { label: true } },
  stock: { topics: ['stock'] },
  stocktake: { topics: ['stocktakes'] },
  task: { topics: ['tasks'], personal: { fields: ['assignee'] } },
  /** Only the screens that show the ticket are notified of it, by `sales`. */
  ticket: { topics: [], personal: { label: true } },
  till: { topics: ['stores'] },
  transfer: { topics: ['transfers'] },
} as const satisfies Record<string, Logged>;

export type LoggedEntity = keyof typeof logged;

export const loggedEntities: Readonly<Record<LoggedEntity, Logged>> = logged;
