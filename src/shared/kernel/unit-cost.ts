import { minorDigits, UNIT_COST_DECIMALS } from './currency';
import { mulDivCapped } from './money';
import { MILLI_DECIMALS } from './quantity';

/**
 * The cost of a quantity at a unit cost, rounded once, in minor units of a currency.
 * @param unitTenThousandths the cost of one unit in ten-thousandths of the major unit: 0.0041 is 41
 * @param quantityMilli thousandths of the unit
 * @returns minor units, capped at 2^53 - 1, which is far more than MAX_MINOR
 */
export function costOfQuantity(unitTenThousandths: number, quantityMilli: number, currency: string): number {
  return mulDivCapped(unitTenThousandths, quantityMilli, tenThousandthsMilliPerMinor(currency));
}

/**
 * The cost of one unit of goods, for display only: what is stored is the value of the whole quantity.
 * @param valueMinor their total cost, in minor units
 * @param quantityMilli their quantity in thousandths of the unit; not 0, and with the same sign as the value
 * @returns ten-thousandths of the currency's major unit
 */
export function unitCostOf(valueMinor: number, quantityMilli: number, currency: string): number {
  const factor = tenThousandthsMilliPerMinor(currency);
  return mulDivCapped(Math.abs(valueMinor), factor, Math.abs(quantityMilli));
}

function tenThousandthsMilliPerMinor(currency: string): number {
  return 10 ** (UNIT_COST_DECIMALS + MILLI_DECIMALS - minorDigits(currency));
}
