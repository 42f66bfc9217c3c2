import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createInstance } from 'i18next';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider, initReactI18next } from 'react-i18next';
import { PaperSheet } from '#renderer/ui/paper/paper-sheet';
import type { Paper } from '#shared/documents/blocks';
import { textOptions } from '#shared/kernel/text-options';
import { readPdfFile } from './pdf-text';
import { englishTexts } from './texts';

const i18n = createInstance();
void i18n.use(initReactI18next).init({ ...textOptions(englishTexts), initAsync: false });

/** The lines of a document as the window draws it, from the top; cells of a table follow one another. */
export function linesOnScreen(paper: Paper): string[] {
  const sheet = createElement(PaperSheet, { paper });
  const client = new QueryClient();
  const page = createElement(
    QueryClientProvider,
    { client },
    createElement(I18nextProvider, { i18n }, sheet),
  );
  return renderToStaticMarkup(page)
    .replaceAll(/<tr[^>]*>(.*?)<\/tr>/gs, (_, row: string) => linesOfRow(row))
    .replaceAll(/<\/(?:div|p|strong|figcaption)>/g, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .split('\n')
    .filter((line) => line !== '');
}

/** The first lines of all cells, then their second lines. */
function linesOfRow(row: string): string {
  const cells = [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => cell.split('\n'));
  const count = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: count }, (_, at) => `${cells.map((lines) => lines[at] ?? '').join('')}\n`).join(
    '',
  );
}

/** The lines of a PDF from the top; for A4, those of its only page without the footer. */
export async function linesInPdf(pdf: Blob, { paper }: Paper): Promise<string[]> {
  const { text } = await readPdfFile(pdf);
  const lines = text.split('\n').filter((line) => line !== '');
  return paper === 'a4' ? lines.slice(0, -1) : lines;
}
