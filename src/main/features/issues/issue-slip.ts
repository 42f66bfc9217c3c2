import { TableDocument } from '#main/platform/printing/table-document';
import type { Issue, IssueLine } from '#shared/contract/issues';
import type { Settings } from '#shared/contract/settings';
import { formatQuantity } from '#shared/kernel/currency';
import { formatDay } from '#shared/kernel/time';

const TEXTS = {
  issue: 'Issue slip',
  states: { draft: 'Draft, not issued', discarded: 'Draft, discarded', posted: '' },
  from: 'From',
  to: 'Issued to',
  issuedBy: 'Issued by',
  startedBy: 'Started by',
  note: 'Note',
  sku: 'SKU',
  product: 'Product',
  batch: 'Batch',
  expires: 'expires',
  quantity: 'Quantity',
  out: 'Not returned',
  handedOver: 'Handed over by',
  received: 'Received by',
  page: 'Page',
  of: 'of',
} as const;

/** A slip on A4 pages: the goods issued, their holder, what is outstanding, and the signatures. */
export function issueSlip(issue: Omit<Issue, 'closings'>, store: Settings): Promise<Buffer> {
  const document = new TableDocument({
    title: `${TEXTS.issue} ${issue.number ?? ''}`.trim(),
    facts: factsOf(issue, store),
    columns: [
      { heading: TEXTS.sku, share: 2 },
      { heading: TEXTS.product, share: 4 },
      { heading: TEXTS.batch, share: 2.4 },
      { heading: TEXTS.quantity, share: 1.4, align: 'right' },
      { heading: TEXTS.out, share: 1.4, align: 'right' },
    ],
    pageText: (page, of) => `${issue.number ?? TEXTS.states.draft} · ${TEXTS.page} ${page} ${TEXTS.of} ${of}`,
  });
  for (const line of issue.lines) document.row(cellsOf(line, store));
  document.signatures([TEXTS.handedOver, TEXTS.received]);
  return document.bytes();
}

function factsOf(
  { state, location, holder, note, ...issue }: Omit<Issue, 'closings'>,
  store: Settings,
): string[] {
  const by = issue.postedBy ?? issue.createdBy;
  const at = new Intl.DateTimeFormat(store.locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: store.timeZone,
  }).format(issue.postedAt ?? issue.createdAt);
  return [
    store.name,
    TEXTS.states[state],
    `${TEXTS.from}: ${location.name}`,
    holder === null ? '' : `${TEXTS.to}: ${holder.name}`,
    `${state === 'posted' ? TEXTS.issuedBy : TEXTS.startedBy} ${by.name}, ${at}`,
    note === '' ? '' : `${TEXTS.note}: ${note}`,
  ].filter((fact) => fact !== '');
}

function cellsOf(line: IssueLine, { locale }: Settings): string[] {
  const { sku, productName, batchNumber, expiresOn, quantityMilli, outMilli, unit } = line;
  const expiry = expiresOn === null ? '' : ` (${TEXTS.expires} ${formatDay(expiresOn, locale)})`;
  const batch = batchNumber === null ? '' : `${batchNumber}${expiry}`;
  const quantity = (milli: number) => formatQuantity(milli, unit, locale);
  return [sku, productName, batch, quantity(quantityMilli), quantity(outMilli)];
}
