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

/** Draws a printed document as a PDF with all its fonts embedded. */
export async function paperPdf(paper: Paper, fileName: string): Promise<File> {
  const worded = paperInWords(paper, paperTexts(paper.locale));
  return pdfFile(await (worded.paper === 'roll' ? rollPdf(worded) : pagesPdf(worded)), fileName);
}

/** A PDF as an answer to a window. */
export function pdfFile(bytes: Buffer<ArrayBuffer>, fileName: string): File {
  return new File([bytes], fileName, { type: 'application/pdf' });
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

async function pagesPdf({ title, blocks, footer }: WordedPages): Promise<Buffer<ArrayBuffer>> {
  const pages = new PageDocument(title);
  for (const block of blocks) await drawOnPages(pages, block);
  return pages.bytes(footer);
}

async function drawOnPages(pages: PageDocument, block: WordedPages['blocks'][number]): Promise<void> {
  switch (block.kind) {
    case 'heading':
      pages.heading(block.text);
      break;
    case 'lines':
      pages.lines(block.lines);
      break;
    case 'table':
      await pages.table(block);
      break;
    case 'signatures':
      pages.signatures(block.names);
      break;
  }
}
