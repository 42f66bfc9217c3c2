import { type Paper, paperInWords, type WordedPages, type WordedRoll } from '#shared/documents/blocks';
import { PageDocument } from './page-document';
import { paperTexts } from './paper-texts';
import { RollDocument } from './roll-document';
import type { TextStyle } from './text-setter';

const ROLL_LOOKS = {
  normal: {},
  detail: { sizePt: 7 },
  strong: { weight: 700 },
  total: { weight: 700, sizePt: 12 },
  mark: { weight: 700, sizePt: 16 },
} as const satisfies Record<string, TextStyle>;

/** Draws a printed document as a PDF with all its fonts embedded; for a thread, because it takes long. */
export function paperPdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>> {
  const worded = paperInWords(paper, paperTexts(paper.locale));
  return worded.paper === 'roll' ? rollPdf(worded) : pagesPdf(worded);
}

function rollPdf({ title, blocks }: WordedRoll): Promise<Buffer<ArrayBuffer>> {
  const roll = new RollDocument(title);
  for (const block of blocks) drawOnRoll(roll, block);
  return roll.bytes();
}

function drawOnRoll(roll: RollDocument, block: WordedRoll['blocks'][number]): void {
  switch (block.kind) {
    case 'heading':
      roll.text(block.text, { ...ROLL_LOOKS.total, align: 'center' });
      break;
    case 'mark':
      roll.text(block.text, { ...ROLL_LOOKS.mark, align: 'center' });
      break;
    case 'lines':
      for (const line of block.lines) roll.text(line, { align: 'center' });
      break;
    case 'pair':
      roll.row(block.left, block.right ?? '', ROLL_LOOKS[block.look ?? 'normal']);
      break;
    case 'table':
      roll.table(block, ROLL_LOOKS.detail);
      break;
    case 'rule':
      roll.rule();
      break;
    case 'gap':
      roll.gap(6);
      break;
    case 'barcode':
      roll.gap(10);
      roll.barcode(block.code);
      roll.gap(3);
      roll.text(block.code, { ...ROLL_LOOKS.detail, align: 'center' });
      break;
  }
}

function pagesPdf({ title, blocks, footer }: WordedPages): Promise<Buffer<ArrayBuffer>> {
  const pages = new PageDocument(title);
  for (const block of blocks) drawOnPages(pages, block);
  return pages.bytes(footer);
}

function drawOnPages(pages: PageDocument, block: WordedPages['blocks'][number]): void {
  switch (block.kind) {
    case 'heading':
      pages.heading(block.text);
      break;
    case 'lines':
      pages.lines(block.lines);
      break;
    case 'table':
      pages.table(block);
      break;
    case 'signatures':
      pages.signatures(block.names);
      break;
  }
}
