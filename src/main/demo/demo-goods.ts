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

/** A product of the demo store, with how it sells. */
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
  /** Its number on the scale's labels, for what is weighed. */
  scaleItem: number | null;
  /** What the shop fills up to. */
  parMilli: number;
  storeroomMilli: number;
  /** How often it is bought, as a weight among all. */
  popularity: number;
  /** Comes in batches that expire so many days later. */
  shelfLifeDays: number | null;
  /** Made each morning; what is left in the evening is thrown away. */
  freshDaily: boolean;
}

/** Thousandths of the unit of some goods. */
interface DemoQuantity {
  sku: string;
  quantityMilli: number;
}

type Worker = Exclude<Role, 'admin' | 'customer'>;

/** What happens in the storeroom, each so many days before the demo store is opened. */
export interface DemoStockroom {
  deliveries: (DemoQuantity & { daysAgo: number; batch: string; expiresInDays: number })[];
  transfers: { daysAgo: number; note: string; goods: DemoQuantity[] }[];
  issues: { daysAgo: number; holder: string; note: string; goods: DemoQuantity[] }[];
  /** What comes back of what a holder has, or was used up for something. */
  closings: (DemoQuantity & { daysAgo: number; holder: string; usedFor?: string })[];
  /** Of a category, by its code; what stays uncounted leaves it open. */
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
    /** Whoever of a role comes to it first, or by `person` the one who has that role here. */
    assignee: { role: Worker } | { person: Worker };
    location?: 'shop' | 'storeroom';
    sku?: string;
    category?: string;
    /** What was said when it was done; left out while it is open. */
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
