import { ORPCError } from '@orpc/contract';
import type { z } from 'zod';
import { refusals } from './refusal-codes';

export type RefusalCode = keyof typeof refusals;
export type RefusalData<Code extends RefusalCode> = z.infer<(typeof refusals)[Code]['data']>;

/** Picks the refusals that a call of the contract declares. */
export function refuses<Code extends RefusalCode>(...codes: Code[]): Pick<typeof refusals, Code> {
  return Object.fromEntries(codes.map((code) => [code, refusals[code]])) as Pick<typeof refusals, Code>;
}

/** The refusals that any scanned code can cause, whatever it is used for. */
export const codeRefusals = refuses(
  'UNKNOWN_BARCODE',
  'BARCODE_CHECK_DIGIT',
  'QUANTITY_ZERO',
  'PRICE_ZERO',
  'QUANTITY_TOO_FINE',
  'QUANTITY_TOO_LARGE',
);

/** What a scanned code can be refused for where only a product is accepted. */
export const productCodeRefusals = { ...codeRefusals, ...refuses('LOCATION_SCANNED', 'ORDER_SCANNED') };

/** What anything that moves stock can be refused for. */
export const movementRefusals = refuses('QUANTITY_TOO_LARGE', 'STOCK_VALUE_TOO_LARGE');

/** Creates the error that a service throws to refuse: `throw refuse('SKU_TAKEN', {...})`. */
export function refuse<Code extends RefusalCode>(
  code: Code,
  data: RefusalData<Code>,
): ORPCError<Code, RefusalData<Code>> {
  return new ORPCError(code, { status: refusals[code].status, data });
}
