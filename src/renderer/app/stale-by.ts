import type { QueryKey } from '@tanstack/react-query';
import type { Topic } from '#shared/contract/events';
import type { CallName, Contract } from '#shared/contract/index';

type Feature = keyof Contract & string;

/**
 * The queries that an event of each topic makes stale: whole features, or calls by name. The overview reads all
 * stock, so a sale does not make it stale; it reloads by itself every minute.
 */
const STALE: Record<Topic, readonly (Feature | CallName)[]> = {
  catalogue: ['catalogue', 'scanning', 'stock', 'overview', 'imports.preview', 'labels'],
  stock: [
    'stock',
    'catalogue.listProducts',
    'catalogue.findProducts',
    'catalogue.product',
    'scanning',
    'tills.list',
  ],
  sales: ['sales.listOrders', 'sales.order', 'sales.receipt', 'sales.listChannels'],
  tickets: ['sales.currentTicket', 'sales.listParked'],
  people: [
    'people.listAccounts',
    'people.listPeople',
    'people.listRegistrations',
    'people.listSignInAlerts',
    'people.permissions',
    'people.tiles',
    'people.approvers',
  ],
  stores: ['stores', 'settings', 'tills', 'overview', 'people.me', 'labels'],
  audit: ['audit'],
  session: ['people.me', 'people.permissions'],
  transfers: ['transfers', 'overview'],
  issues: ['issues', 'overview'],
  stocktakes: ['stocktakes', 'overview'],
  alerts: ['alerts'],
  notices: ['notices'],
  jobs: ['jobs', 'imports.list'],
  tasks: ['tasks'],
  log: ['stores.status'],
};

/** A picture is identified by its content hash, so it never changes. */
const LASTING: readonly string[] = ['catalogue.image'] satisfies CallName[];

/** Whether the data of a query may be stale after events of these topics. */
export function isStaleBy(queryKey: QueryKey, topics: readonly Topic[]): boolean {
  const [path] = queryKey;
  if (!Array.isArray(path)) return false;
  const call = path.join('.');
  if (LASTING.includes(call)) return false;
  return topics.some((topic) => STALE[topic].some((stale) => stale === call || stale === path[0]));
}
