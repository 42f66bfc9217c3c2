import type { Handle } from '#main/platform/database/database';
import type { Role } from '#shared/contract/common';
import type { Person } from './person';

export interface KnownProduct {
  id: number;
  name: string;
  unit: string;
  code: string | null;
  status: string;
  priceMinor: number;
  isImported: boolean;
}

export interface KnownLocation {
  id: number;
  isSelling: boolean;
  isOpen: boolean;
}

export interface KnownAccount {
  id: number;
  role: Role;
}

/** A product file that was sent: all of its rows are imported, or none. */
export interface SentFile {
  /** The prefix of the SKUs in its rows. */
  prefix: string;
  rows: number;
  /** Null until a response says that the import was started. */
  importId: number | null;
  /** Whether its job was seen to succeed. */
  isDone: boolean;
}

/** The prefix of the SKUs of imported products; no other action changes them. */
export const IMPORTED = 'IMP';
/** The prefix of the usernames of accounts that only the actions use. */
export const EXTRA = 'extra-';

/** What people know of the shop: the existing records as of the last start of the program. */
export class Shop {
  people: readonly Person[] = [];
  /** The approver for what cashiers cannot do alone. */
  approver: { accountId: number; pin: string } = { accountId: 0, pin: '' };
  products: KnownProduct[] = [];
  locations: KnownLocation[] = [];
  categories: number[] = [];
  batches: number[] = [];
  channels: number[] = [];
  extras: KnownAccount[] = [];
  /** The accounts of the people themselves. */
  staff: KnownAccount[] = [];
  readonly files: SentFile[] = [];

  /** Reloads the existing records from a store's file. */
  refresh(handle: Handle): void {
    const all = <Row>(sql: string): Row[] => handle.prepare<[], Row>(sql).all();
    const ids = (sql: string): number[] => handle.prepare<[], number>(sql).pluck().all();
    this.products = all<Omit<KnownProduct, 'isImported'> & { sku: string }>(
      `SELECT p.id, p.name, p.sku, p.unit, p.status, p.price_minor AS priceMinor,
         (SELECT code FROM product_barcode b WHERE b.product_id = p.id ORDER BY b.id LIMIT 1) AS code
       FROM product p ORDER BY p.id`,
    ).map(({ sku, ...product }) => ({ ...product, isImported: sku.startsWith(IMPORTED) }));
    this.locations = all<{ id: number; isSelling: number; isOpen: number }>(
      `SELECT l.id, EXISTS (SELECT 1 FROM till t WHERE t.location_id = l.id) AS isSelling,
         l.closed_at IS NULL AS isOpen
       FROM location l ORDER BY l.id`,
    ).map(({ id, isSelling, isOpen }) => ({ id, isSelling: isSelling === 1, isOpen: isOpen === 1 }));
    this.categories = ids('SELECT id FROM category ORDER BY id');
    this.batches = ids('SELECT id FROM batch ORDER BY id');
    this.channels = ids('SELECT id FROM sales_channel ORDER BY id');
    this.extras = all(`SELECT id, role FROM account WHERE username LIKE '${EXTRA}%' AND deleted_at IS NULL`);
    this.staff = all(`SELECT id, role FROM account WHERE username NOT LIKE '${EXTRA}%'`);
  }

  /** The location that the till sells from. */
  get sellingLocation(): number {
    return this.locations.find(({ isSelling }) => isSelling)?.id ?? 1;
  }
}
