import type { Transfer } from '#shared/contract/transfers';
import { formatsOf } from '#shared/kernel/formats';
import { dayOf } from '#shared/kernel/time';
import { type PagePaper, type PaperStore, say, type Text } from './blocks';
import { goodsSlip } from './goods-slip';

/** A transfer on A4 pages to accompany the goods: the lines, both locations and the signatures. */
export function transferPaper(transfer: Transfer, store: PaperStore): PagePaper {
  const { number, state, from, to, note } = transfer;
  const format = formatsOf(store);
  const at = transfer.postedAt ?? transfer.createdAt;
  const by = { name: (transfer.postedBy ?? transfer.createdBy).name, at: format.longDateTime(at) };
  const day = dayOf(at, store.timeZone);
  const batchOf = ({ batchNumber, expiresOn }: Transfer['lines'][number]): Text => {
    if (batchNumber === null || expiresOn === null) return batchNumber ?? '';
    const values = { batch: batchNumber, day: format.day(expiresOn) };
    return say(expiresOn < day ? 'transfer.expired' : 'transfer.expires', values);
  };
  return goodsSlip(
    {
      kind: say('transfer.title'),
      number,
      draft: state === 'posted' ? null : say(`transfer.${state}`),
      facts: [
        say('slip.from', { location: from.name }),
        say('transfer.to', { location: to.name }),
        say(state === 'posted' ? 'transfer.sentBy' : 'slip.startedBy', by),
        ...(note === '' ? [] : [say('slip.note', { note })]),
      ],
      columns: [
        { heading: say('columns.sku'), share: 2 },
        { heading: say('columns.product'), share: 4 },
        { heading: say('columns.barcode'), share: 2.4 },
        { heading: say('columns.batch'), share: 2.2 },
        { heading: say('columns.quantity'), share: 1.4, align: 'right' },
      ],
      rows: transfer.lines.map((line) => [
        line.sku,
        line.productName,
        line.barcode ?? '',
        batchOf(line),
        format.quantity(line.quantityMilli, line.unit),
      ]),
    },
    store,
  );
}
