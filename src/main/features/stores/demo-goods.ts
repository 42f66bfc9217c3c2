import type { Role } from '#shared/contract/common';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import demo from '../../../../resources/demo-store.json';

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
  taxRateBp: number;
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

interface DemoStore {
  name: string;
  address: string;
  receiptFooter: string;
  taxRatesBp: number[];
  people: DemoPerson[];
  /** Parents before children. */
  categories: { code: string; name: string; parent: string | null }[];
  goods: DemoGood[];
}

/** The cafe and greengrocer of the demo store. */
export const DEMO_STORE = demo as DemoStore;
