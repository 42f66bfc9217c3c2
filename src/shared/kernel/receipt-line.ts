import { MILLI_PER_UNIT } from './quantity';

/** Whether a line of a receipt shows its quantity and unit price: not where one unit costs just the amount of the line. */
export function showsUnitPrice(line: {
  quantityMilli: number;
  unitPriceMinor: number;
  grossMinor: number;
}): boolean {
  return line.quantityMilli !== MILLI_PER_UNIT || line.grossMinor !== line.unitPriceMinor;
}
