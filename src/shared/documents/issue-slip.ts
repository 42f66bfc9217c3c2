import type { Issue } from '#shared/contract/issues';
import { formatsOf } from '#shared/kernel/formats';
import { type PagePaper, type PaperStore, say, type Text } from './blocks';
import { goodsSlip } from './goods-slip';

/** A slip on A4 pages: the goods issued, their holder, what is outstanding, and the signatures. */
export function issueSlip(issue: Omit<Issue, 'closings'>, store: PaperStore): PagePaper {
  const { number, state, location, holder, note } = issue;
  const format = formatsOf(store);
  const at = format.longDateTime(issue.postedAt ?? issue.createdAt);
  const by = { name: (issue.postedBy ?? issue.createdBy).name, at };
  const batchOf = ({ batchNumber, expiresOn }: Issue['lines'][number]): Text =>
    batchNumber === null || expiresOn === null
      ? (batchNumber ?? '')
      : say('issue.expires', { batch: batchNumber, day: format.day(expiresOn) });
  return goodsSlip(
    {
      kind: say('issue.title'),
      number,
      draft: state === 'posted' ? null : say(`issue.${state}`),
      facts: [
        say('slip.from', { location: location.name }),
        ...(holder === null ? [] : [say('issue.to', { holder: holder.name })]),
        say(state === 'posted' ? 'issue.issuedBy' : 'slip.startedBy', by),
        ...(note === '' ? [] : [say('slip.note', { note })]),
      ],
      columns: [
        { heading: say('columns.sku'), share: 2 },
        { heading: say('columns.product'), share: 4 },
        { heading: say('columns.batch'), share: 2.4 },
        { heading: say('columns.quantity'), share: 1.4, align: 'right' },
        { heading: say('issue.out'), share: 1.4, align: 'right' },
      ],
      rows: issue.lines.map((line) => [
        line.sku,
        line.productName,
        batchOf(line),
        format.quantity(line.quantityMilli, line.unit),
        format.quantity(line.outMilli, line.unit),
      ]),
    },
    store,
  );
}
