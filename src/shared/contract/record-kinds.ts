import { z } from 'zod';

/** The kinds of work that can run in the background; the window has words for each. */
export const jobKind = z.enum(['auditExport', 'backup', 'logCheck', 'productExport', 'productImport']);

/** The kinds of records that a refusal names; the window has a word for each. */
export const kindOfRecord = z.enum([
  'account',
  'alert',
  'batch',
  'category',
  'channel',
  'customer',
  'file',
  'image',
  'import',
  'issue',
  'issued line',
  'job',
  'line',
  'location',
  'notice',
  'order',
  'product',
  'receipt',
  'registration',
  'stock entry',
  'stocktake',
  'task',
  'ticket',
  'till',
  'transfer',
]);

/** The kinds of documents with lines of goods. */
export const documentKind = z.enum(['transfer', 'issue']);
export type DocumentKind = z.infer<typeof documentKind>;
