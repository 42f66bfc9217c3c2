import {
  type PageBlock,
  type PagePaper,
  type PaperStore,
  say,
  type TableColumn,
  type Text,
  titled,
} from './blocks';

interface GoodsSlip {
  kind: Text;
  number: string | null;
  /** What it is as long as it has no number; null for a document that is sent. */
  draft: Text | null;
  /** The lines below the title and the store. */
  facts: Text[];
  columns: TableColumn[];
  rows: Text[][];
}

/** A document on A4 pages that goes with goods and is signed by both sides. */
export function goodsSlip(slip: GoodsSlip, { name, locale }: PaperStore): PagePaper {
  const { kind, number, draft, facts, columns, rows } = slip;
  const title = titled(kind, number);
  const blocks: PageBlock[] = [
    { kind: 'heading', text: title },
    { kind: 'lines', lines: [name, ...(draft === null ? [] : [draft]), ...facts] },
    { kind: 'table', columns, rows },
    { kind: 'signatures', names: [say('slip.handedOver'), say('slip.received')] },
  ];
  return { paper: 'a4', title, locale, blocks, footer: say('page', { document: number ?? draft ?? kind }) };
}
