import PDFDocument from 'pdfkit';
import { bytesOf, NO_FONT, TextSetter } from '#main/platform/printing/text-setter';
import { type LabelLayout, pagesOf, placeOnPage } from '#shared/kernel/label-sheets';
import type { LabelContent } from './label-content';
import { type SetLabel, setLabel } from './label-setter';
import { PT_PER_MM, styleOf } from './text-fitting';

interface Sheets {
  title: string;
  layout: LabelLayout;
  labels: ReadonlyArray<{ content: LabelContent; copies: number }>;
  /** The first free position on the first sheet, from 0. */
  startAt: number;
}

/** Lays labels out with their fonts, for a preview. */
export function setLabels(layout: LabelLayout, contents: readonly LabelContent[]): SetLabel[] {
  const setter = new TextSetter(emptyPdf(''));
  return contents.map((content) => setLabel(setter, layout, content));
}

/** The labels as a PDF whose pages are the sheets or the labels of a roll, in their exact size. */
export function labelPdf({ title, layout, labels, startAt }: Sheets): Promise<Buffer<ArrayBuffer>> {
  const pdf = emptyPdf(title);
  const setter = new TextSetter(pdf);
  const bytes = bytesOf(pdf);
  // Copies follow one another, so each label is laid out only once.
  let last: { item: number; label: SetLabel } | undefined;
  const copies = labels.map((label) => label.copies);
  for (const page of pagesOf(layout, copies, startAt)) {
    pdf.addPage({ size: [layout.pageWidthMm * PT_PER_MM, layout.pageHeightMm * PT_PER_MM], margin: 0 });
    for (const { item, place } of page) {
      const content = labels[item]?.content;
      if (!content) continue;
      if (last?.item !== item) last = { item, label: setLabel(setter, layout, content) };
      drawLabel(pdf, setter, last.label, placeOnPage(layout, place));
    }
  }
  pdf.end();
  return bytes;
}

function emptyPdf(title: string): PDFKit.PDFDocument {
  return new PDFDocument({
    autoFirstPage: false,
    font: NO_FONT,
    info: { Title: title, Producer: 'Tillroom', Creator: 'Tillroom' },
  });
}

function drawLabel(
  pdf: PDFKit.PDFDocument,
  setter: TextSetter,
  { texts, bars }: SetLabel,
  at: { xMm: number; yMm: number },
): void {
  for (const { line, sizeMm, bold, xMm, topMm } of texts) {
    setter.draw(line, styleOf(sizeMm, bold), {
      xPt: (at.xMm + xMm) * PT_PER_MM,
      topPt: (at.yMm + topMm) * PT_PER_MM,
    });
  }
  if (bars.length === 0) return;
  for (const { xMm, topMm, widthMm, heightMm } of bars) {
    pdf.rect(
      (at.xMm + xMm) * PT_PER_MM,
      (at.yMm + topMm) * PT_PER_MM,
      widthMm * PT_PER_MM,
      heightMm * PT_PER_MM,
    );
  }
  pdf.fill('black');
}
