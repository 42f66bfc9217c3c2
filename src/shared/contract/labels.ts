import { z } from 'zod';
import { LABEL_LAYOUT_IDS } from '#shared/kernel/label-sheets';
import { call } from './base';
import { day, id } from './common';
import { refuses } from './refusals';

/** The most labels of one file or print. */
export const MOST_LABELS = 2000;
/** The most different labels of one list. */
export const MOST_LABEL_ITEMS = 1000;

/** What a label is about. */
const labelRef = z.object({ of: z.enum(['product', 'batch', 'location']), id });
export type LabelRef = z.infer<typeof labelRef>;

/** What can be put on labels, as a list shows it: a product, a batch by its product's name, or a place. */
const labelItem = labelRef.extend({
  name: z.string(),
  /** '' for a place. */
  sku: z.string(),
  batchNumber: z.string().nullable(),
  expiresOn: day.nullable(),
  /** The product of a product or batch. */
  productId: id.nullable(),
  /** How many pieces are on hand; null for what is not counted in pieces, and for who may not see quantities. */
  piecesOnHand: z.int().min(0).nullable(),
});
export type LabelItem = z.infer<typeof labelItem>;

/** How the labels of products look: for the shelf with the price in large, or for the goods with the bars in large. */
export const labelDesign = z.enum(['shelf', 'goods']);

const look = {
  layout: z.enum(LABEL_LAYOUT_IDS),
  design: labelDesign,
  show: z.object({ price: z.boolean(), unitPrice: z.boolean(), barcode: z.boolean() }),
};

const labelLook = z.object(look);
export type LabelLook = z.infer<typeof labelLook>;

/** What is wrong with a label, though it is made. */
const labelTrouble = z.object({
  kind: z.enum(['no code', 'code too long', 'code not printable', 'letters missing']),
  /** The code, or the letters that the fonts of a PDF lack. */
  detail: z.string(),
});
export type LabelTrouble = z.infer<typeof labelTrouble>;

/** A label drawn, in millimetres from its upper left corner. */
const labelDrawing = labelRef.extend({
  texts: z.array(
    z.object({
      text: z.string(),
      xMm: z.number(),
      baselineMm: z.number(),
      sizeMm: z.number(),
      /** As wide as the PDF's fonts set it. */
      widthMm: z.number(),
      bold: z.boolean(),
      rightToLeft: z.boolean(),
    }),
  ),
  /** The bars, black, as the path of an SVG; '' for none. */
  bars: z.string(),
  troubles: z.array(labelTrouble),
});
export type LabelDrawing = z.infer<typeof labelDrawing>;

export const labels = {
  /**
   * What of these can be put on labels, in their order, and after them the active products of a category and all
   * below it, by name. `more` says that the category has more than the 1,000 that one list takes.
   */
  items: call
    .input(
      z.object({
        refs: z.array(labelRef).max(MOST_LABEL_ITEMS).default([]),
        categoryId: id.optional(),
      }),
    )
    .output(z.object({ rows: z.array(labelItem), more: z.boolean() })),

  /** One label of each, in their order, drawn as the PDF has it, with what is wrong with it. */
  draw: call
    .input(labelLook.extend({ refs: z.array(labelRef).min(1).max(MOST_LABEL_ITEMS) }))
    .output(z.object({ drawings: z.array(labelDrawing) })),

  /**
   * The labels as a PDF of pages of that layout. `startAt` is the first free place of the first sheet, from 0.
   * A label whose code does not fit is made without it, as `draw` says.
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
    .output(z.object({ fileName: z.string(), base64: z.string() })),
};
