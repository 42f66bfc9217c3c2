import { TableDocument } from '#main/platform/printing/table-document';
import type { DocumentLine } from '#shared/contract/documents';
import type { Settings } from '#shared/contract/settings';
import type { Transfer } from '#shared/contract/transfers';
import { formatQuantity } from '#shared/kernel/currency';
import { formatDay } from '#shared/kernel/time';

const TEXTS = {
  transfer: 'Transfer',
  draft: 'Draft, not sent',
  discarded: 'Draft, discarded',
  from: 'From',
  to: 'To',
  sentBy: 'Sent by',
  startedBy: 'Started by',
  note: 'Note',
  sku: 'SKU',
  product: 'Product',
  barcode: 'Barcode',
  batch: 'Batch',
  expires: 'expires',
  quantity: 'Quantity',
  handedOver: 'Handed over by',
  received: 'Received by',
  page: 'Page',
  of: 'of',
} as const;

/** A transfer on A4 pages to accompany the goods: the lines, both locations and the signatures. */
export function transferPdf(transfer: Transfer, store: Settings): Promise<Buffer> {
  const document = new TableDocument({
    title: `${TEXTS.transfer} ${transfer.number ?? ''}`.trim(),
    facts: factsOf(transfer, store),
    columns: [
      { heading: TEXTS.sku, share: 2 },
      { heading: TEXTS.product, share: 4 },
      { heading: TEXTS.barcode, share: 2.4 },
      { heading: TEXTS.batch, share: 2.2 },
      { heading: TEXTS.quantity, share: 1.4, align: 'right' },
    ],
    pageText: (page, of) => `${transfer.number ?? TEXTS.draft} · ${TEXTS.page} ${page} ${TEXTS.of} ${of}`,
  });
  for (const line of transfer.lines) document.row(cellsOf(line, store));
  document.signatures([TEXTS.handedOver, TEXTS.received]);
  return document.bytes();
}

function factsOf({ state, from, to, note, ...transfer }: Transfer, store: Settings): string[] {
  const by = transfer.postedBy ?? transfer.createdBy;
  const at = new Intl.DateTimeFormat(store.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: store.timeZone,
  }).format(transfer.postedAt ?? transfer.createdAt);
  const unsent = { draft: [TEXTS.draft], discarded: [TEXTS.discarded], posted: [] }[state];
  return [
    store.name,
    ...unsent,
    `${TEXTS.from}: ${from.name}`,
    `${TEXTS.to}: ${to.name}`,
    `${state === 'posted' ? TEXTS.sentBy : TEXTS.startedBy} ${by.name}, ${at}`,
    ...(note === '' ? [] : [`${TEXTS.note}: ${note}`]),
  ];
}

function cellsOf(line: DocumentLine, { locale }: Settings): string[] {
  const { sku, productName, barcode, batchNumber, expiresOn, quantityMilli, unit } = line;
  const expiry = expiresOn === null ? '' : `\n${TEXTS.expires} ${formatDay(expiresOn, locale)}`;
  const batch = batchNumber === null ? '' : `${batchNumber}${expiry}`;
  return [sku, productName, barcode ?? '', batch, formatQuantity(quantityMilli, unit, locale)];
}
