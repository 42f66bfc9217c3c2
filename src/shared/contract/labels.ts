import { z } from 'zod';
import { LABEL_LAYOUT_IDS } from '#shared/kernel/label-sheets';
import { call } from './base';
import { day, id, pdf } from './common';
import { refuses } from './refusals';

/** The most labels of one file or print. */
export const MOST_LABELS = 2000;
/** The most different labels of one list. */
export const MOST_LABEL_ITEMS = 1000;

/** What a label is about. */
const labelRef = z.object({ of: z.enum(['product', 'batch', 'location']), id });
export type LabelRef = z.infer<typeof labelRef>;

/** A list row of what can be put on labels: a product, a batch (with its product's name), or a location. */
const labelItem = labelRef.extend({
  name: z.string(),
  /** '' for a location. */
  sku: z.string(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  /** The product, or the product of the batch; null for a location. */
  productId: id.nullable(),
  /** Pieces on hand; null for what is not counted in pieces, and for people who may not see quantities. */
  piecesOnHand: z.int().min(0).nullable(),
});
export type LabelItem = z.infer<typeof labelItem>;

/** The design of product labels: for the shelf with a large price, or for the goods with a large barcode. */
export const labelDesign = z.enum(['shelf', 'goods']);

const look = {
  layout: z.enum(LABEL_LAYOUT_IDS),
  design: labelDesign,
  show: z.object({ price: z.boolean(), unitPrice: z.boolean(), barcode: z.boolean() }),
};

const labelLook = z.object(look);
export type LabelLook = z.infer<typeof labelLook>;

/** A problem of a label, which is printed all the same. */
const labelProblem = z.object({
  kind: z.enum(['no code', 'code too long', 'code not printable', 'letters missing']),
  /** The code, or the letters that the fonts of a PDF lack. */
  detail: z.string(),
});
export type LabelProblem = z.infer<typeof labelProblem>;

/** The drawing of a label, in millimetres from its upper left corner. */
const labelDrawing = labelRef.extend({
  texts: z.array(
    z.object({
      text: z.string(),
      xMm: z.number(),
      baselineMm: z.number(),
      sizeMm: z.number(),
      /** The width of the text in the PDF's font. */
      widthMm: z.number(),
      bold: z.boolean(),
      rightToLeft: z.boolean(),
    }),
  ),
  /** The bars of the barcode, in black, as an SVG path; '' for none. */
  bars: z.string(),
  troubles: z.array(labelProblem),
});
export type LabelDrawing = z.infer<typeof labelDrawing>;

export const labels = {
  /**
   * The items of `refs` that can be put on labels, in their order, then by name the active products of a category
   * and all categories below it. `more` means that the category has more products than the 1,000 of one list.
   */
  items: call
    .input(
      z.object({
        refs: z.array(labelRef).max(MOST_LABEL_ITEMS).default([]),
        categoryId: id.optional(),
      }),
    )
    .output(z.object({ rows: z.array(labelItem), more: z.boolean() })),

  /** One label of each item, in their order, drawn as in the PDF, with its problems. */
  draw: call
    .input(labelLook.extend({ refs: z.array(labelRef).min(1).max(MOST_LABEL_ITEMS) }))
    .output(z.object({ drawings: z.array(labelDrawing) })),

  /**
   * The labels as a PDF with pages of that layout. `startAt` is the first free label of the first sheet, from 0.
   * A label whose code does not fit is printed without the code, as `draw` reports.
   */
  pdf: call
    .input(
      labelLook.extend({
        items: z
          .array(labelRef.extend({ copies: z.int().min(1).max(MOST_LABELS) }))
          .min(1)
          .max(MOST_LABEL_ITEMS),
        startAt: z.int().min(0).max(200).default(0),
      }),
    )
    .errors(refuses('LABELS_TOO_MANY'))
    .output(pdf),
};
