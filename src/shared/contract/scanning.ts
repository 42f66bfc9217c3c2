import { z } from 'zod';
import { call } from './base';
import { productRow } from './catalogue';
import { codeText, day } from './common';
import { codeRefusals } from './refusals';
import { location } from './stock';

/** What a scan in the stockroom means: a product, or the location where somebody is. */
export const scanned = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('product'),
    product: productRow,
    /**
     * How much of it one scan means: a pack's quantity, or what a scale or GS1 label says; null for something
     * weighed or measured of which the code does not say it.
     */
    quantityMilli: z.int().nullable(),
    /** Of a GS1 code that says it, or of the label of a batch. */
    batch: z.object({ number: z.string(), expiresOn: day.nullable() }).nullable(),
  }),
  z.object({ kind: z.literal('location'), location }),
]);
export type Scanned = z.infer<typeof scanned>;

export const scanning = {
  /** What a code means, whatever the product's status. Locations are for those who may see quantities. */
  resolve: call
    .input(z.object({ code: codeText(200) }))
    .errors(codeRefusals)
    .output(scanned),
};
