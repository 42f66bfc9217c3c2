import { z } from 'zod';
import { call } from './base';
import { productRow } from './catalogue';
import { day, id, scannedCode } from './common';
import { codeRefusals, productCodeRefusals } from './refusals';
import { location } from './stock';

const scannedProduct = z.object({
  kind: z.literal('product'),
  product: productRow,
  /**
   * How much of it one scan means, in thousandths: a pack's quantity, or what a scale or GS1 label says; null for
   * something weighed or measured whose code does not say it.
   */
  quantityMilli: z.int().nullable(),
  /** Of a GS1 code that names one, or of the label of a batch. */
  batch: z.object({ number: z.string(), expiresOn: day.nullable() }).nullable(),
});

/** What a scanned code means. */
const scanned = z.discriminatedUnion('kind', [
  scannedProduct,
  z.object({ kind: z.literal('location'), location }),
  /** The number of an order, as on its receipt. */
  z.object({ kind: z.literal('order'), orderId: id, number: z.string() }),
]);
export type Scanned = z.infer<typeof scanned>;

const scannedCodeInput = z.object(scannedCode);
export type ScannedCode = z.infer<typeof scannedCodeInput>;

export const scanning = {
  /**
   * What a code means, whatever the product's status. Locations are for people who may see quantities, orders for
   * those who sell or serve orders.
   */
  resolve: call.input(scannedCodeInput).errors(codeRefusals).output(scanned),

  /** The product that a code identifies, whatever its status, where only a product is accepted. */
  product: call.input(scannedCodeInput).errors(productCodeRefusals).output(scannedProduct),
};
