import type { QueryKey } from '@tanstack/react-query';
import type { Change, Topic } from '#shared/contract/events';
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
    // A draft shows what is available of its lines.
    'transfers.get',
    'issues.get',
  ],
  sales: ['sales.listOrders', 'sales.order', 'sales.receipt', 'sales.listChannels'],
  tickets: ['sales.currentTicket', 'sales.listParked'],
  people: [
    'people.listAccounts',
    'people.listPeople',
    'people.ownDeletion',
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

/** The query that shows a whole record, by the record's entity. */
const SHOWS: Readonly<Record<string, CallName>> = {
  issue: 'issues.get',
  'issue-lines': 'issues.get',
  order: 'sales.order',
  product: 'catalogue.product',
  ticket: 'sales.currentTicket',
  transfer: 'transfers.get',
  'transfer-lines': 'transfers.get',
};

/** The list that shows how much is on a draft, by what changes with each scan. The page of the draft is in SHOWS. */
const LISTS_OF_LINES: Readonly<Record<string, CallName>> = {
  'issue-lines': 'issues.list',
  'transfer-lines': 'transfers.list',
};

/**
 * Whether the data of a query may be stale after these changes.
 * @param data what the query shows
 */
export function isStaleBy(queryKey: QueryKey, data: unknown, changes: readonly Change[]): boolean {
  const [path] = queryKey;
  if (!Array.isArray(path)) return false;
  const call = path.join('.');
  if (LASTING.includes(call)) return false;
  return changes.some(({ topic, record }) => {
    if (record && SHOWS[record.entity] === call) return !isKnown(data, record);
    if (record?.entity === 'ticket') return false;
    if (record && record.entity in LISTS_OF_LINES) return LISTS_OF_LINES[record.entity] === call;
    return STALE[topic].some((stale) => stale === call || stale === path[0]);
  });
}

/** Whether a query already shows this version of the record, or a newer one. */
function isKnown(data: unknown, { id, version }: NonNullable<Change['record']>): boolean {
  const shown = data as { id?: unknown; version?: unknown } | null | undefined;
  return shown?.id === id && typeof shown.version === 'number' && shown.version >= version;
}
