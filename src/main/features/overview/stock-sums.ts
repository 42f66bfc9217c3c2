import { UNITS, type UnitOfMeasure } from '#shared/kernel/quantity';

/** The totals on hand of several products. */
export interface StockSums {
  products: number;
  quantities: Map<UnitOfMeasure, number>;
  valueMinor: number;
}

export function noStock(): StockSums {
  return { products: 0, quantities: new Map(), valueMinor: 0 };
}

/** Adds a product's share: its quantity on hand there, in thousandths of its unit, and its value. */
export function addProduct(
  sums: StockSums,
  { unit, onHandMilli, valueMinor }: { unit: UnitOfMeasure; onHandMilli: number; valueMinor: number },
): void {
  if (onHandMilli > 0) sums.products += 1;
  if (onHandMilli !== 0) sums.quantities.set(unit, (sums.quantities.get(unit) ?? 0) + onHandMilli);
  sums.valueMinor += valueMinor;
}

export function addSums(sums: StockSums, more: StockSums): void {
  sums.products += more.products;
  for (const [unit, milli] of more.quantities) {
    sums.quantities.set(unit, (sums.quantities.get(unit) ?? 0) + milli);
  }
  sums.valueMinor += more.valueMinor;
}

/** As the contract returns them: units in their usual order, and the value only for people who may see it. */
export function asShown({ products, quantities, valueMinor }: StockSums, seesCost: boolean) {
  const units = (Object.keys(UNITS) as UnitOfMeasure[]).filter((unit) => quantities.get(unit));
  return {
    products,
    quantities: units.map((unit) => ({ unit, onHandMilli: quantities.get(unit) ?? 0 })),
    valueMinor: seesCost ? valueMinor : null,
  };
}
