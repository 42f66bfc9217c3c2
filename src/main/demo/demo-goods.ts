import type { Role } from '#shared/contract/common';
import type { TaskKind } from '#shared/contract/tasks';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import demo from '../../../resources/demo-store.json';

export interface DemoPerson {
  username: string;
  firstName: string;
  lastName: string;
  role: Role;
  department: string;
}

/** A product of the demo store, and how it sells. */
export interface DemoGood {
  sku: string;
  name: string;
  description: string;
  /** The code of its category. */
  category: string;
  unit: UnitOfMeasure;
  priceMinor: number;
  costMinor: number;
  taxRateMilliPercent: number;
  thresholdMilli: number | null;
  reorderMilli: number;
  barcode: string | null;
  /** Its number on scale labels; null unless it is weighed. */
  scaleItem: number | null;
  /** The quantity that deliveries fill the shop up to. */
  parMilli: number;
  storeroomMilli: number;
  /** How often it is bought, as a weight relative to the others. */
  popularity: number;
  /** The days after which its batches expire; null if it has no batches. */
  shelfLifeDays: number | null;
  /** Whether it is made each morning and leftovers are written off in the evening. */
  freshDaily: boolean;
}

/** A quantity of some goods, in thousandths of their unit. */
interface DemoQuantity {
  sku: string;
  quantityMilli: number;
}

type Worker = Exclude<Role, 'admin' | 'customer'>;

/** What happens in the storeroom; `daysAgo` counts back from the day on which the demo store is opened. */
export interface DemoStockroom {
  deliveries: (DemoQuantity & { daysAgo: number; batch: string; expiresInDays: number })[];
  transfers: { daysAgo: number; note: string; goods: DemoQuantity[] }[];
  issues: { daysAgo: number; holder: string; note: string; goods: DemoQuantity[] }[];
  /** Goods that a holder returns, or used up for something. */
  closings: (DemoQuantity & { daysAgo: number; holder: string; usedFor?: string })[];
  /** A stocktake of a category, by its code; it stays open if something is left uncounted. */
  stocktakes: {
    daysAgo: number;
    category: string;
    note: string;
    missing: DemoQuantity[];
    uncounted: string[];
  }[];
  tasks: {
    daysAgo: number;
    dueInDays: number;
    kind: TaskKind;
    text: string;
    /** Anyone with the role, or by `person` the person who has that role in the demo. */
    assignee: { role: Worker } | { person: Worker };
    location?: 'shop' | 'storeroom';
    sku?: string;
    category?: string;
    /** The remark when it was done; left out while it is open. */
    done?: string;
  }[];
}

interface DemoStore {
  name: string;
  address: string;
  receiptFooter: string;
  taxRatesMilliPercent: number[];
  people: DemoPerson[];
  stockroom: DemoStockroom;
  /** Parents before children. */
  categories: { code: string; name: string; parent: string | null }[];
  goods: DemoGood[];
}

/** The cafe and greengrocer of the demo store. */
export const DEMO_STORE = demo as DemoStore;
