import { minorDigits, UNIT_COST_DECIMALS } from './currency';
import { mulDivCapped } from './money';

const MILLI_DECIMALS = 3;

/**
 * What a quantity costs at a unit cost, rounded once, in minor units of a currency.
 * @param unitTenThousandths the cost of one unit in ten-thousandths of the major unit: 0.0041 is 41
 * @param quantityMilli thousandths of the unit
 * @returns minor units; a result beyond 2^53 - 1 is that limit, which is far more than MAX_MINOR
 */
export function costOfQuantity(unitTenThousandths: number, quantityMilli: number, currency: string): number {
  return mulDivCapped(unitTenThousandths, quantityMilli, tenThousandthsMilliPerMinor(currency));
}

/**
 * What one unit of goods costs, for display alone: what is kept is the value of all of them.
 * @param valueMinor what they cost together, in minor units
 * @param quantityMilli how much they are, in thousandths of their unit; of the same sign as the value, and not 0
 * @returns ten-thousandths of the currency's major unit
 */
export function unitCostOf(valueMinor: number, quantityMilli: number, currency: string): number {
  const factor = tenThousandthsMilliPerMinor(currency);
  return mulDivCapped(Math.abs(valueMinor), factor, Math.abs(quantityMilli));
}

function tenThousandthsMilliPerMinor(currency: string): number {
  return 10 ** (UNIT_COST_DECIMALS + MILLI_DECIMALS - minorDigits(currency));
}
