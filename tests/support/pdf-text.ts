import { inflateSync } from 'node:zlib';

/** A PDF as a reader shows it: its text in drawing order, and its fonts. */
export interface PdfContent {
  text: string;
  /** The same, page by page. */
  pages: string[];
  /** The characters of each glyph in the file; a letter with several forms appears several times. */
  glyphs: string[];
  fonts: number;
  embeddedFonts: number;
}

/** Reads the text of a PDF that a call returned. */
export async function readPdfFile(file: Blob): Promise<PdfContent> {
  return readPdf(Buffer.from(await file.arrayBuffer()));
}

/** Reads the text of a PDF that embeds its fonts, each with its character table (PDF 32000, 9.10.3). */
export function readPdf(bytes: Buffer): PdfContent {
  const objects = objectsOf(bytes);
  const all = [...objects.values()];
  const resources = all.filter(({ head }) => head.includes('/Font <<')).map(({ head }) => head);
  const characters = new Map<string, string[]>();
  for (const [, name = '', id = ''] of resources.join('\n').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? '')?.[1] ?? '';
    characters.set(name, charactersOf(objects.get(unicode)?.stream ?? ''));
  }
  const drawn = all.filter(({ stream }) => stream.includes(' Tf'));
  const pages = drawn.map(({ stream }) => textOf(stream, characters));
  return {
    text: pages.join('\n'),
    pages,
    glyphs: [...characters.values()].flat(),
    fonts: all.filter(({ head }) => head.includes('/Subtype /Type0')).length,
    embeddedFonts: all.filter(({ head }) => head.includes('/FontFile')).length,
  };
}

function objectsOf(bytes: Buffer): Map<string, { head: string; stream: string }> {
  const objects = new Map<string, { head: string; stream: string }>();
  for (const [, id = '', body = ''] of bytes.toString('latin1').matchAll(/(\d+) 0 obj\n(.*?)\nendobj/gs)) {
    const [head = '', ...rest] = body.split('\nstream\n');
    const packed = rest.join('\nstream\n').replace(/\nendstream$/, '');
    const isPacked = packed !== '' && head.includes('/FlateDecode');
    const stream = isPacked ? inflateSync(Buffer.from(packed, 'latin1')).toString('latin1') : packed;
    objects.set(id, { head, stream });
  }
  return objects;
}

/** The characters of each glyph of a font, by its number. */
function charactersOf(table: string): string[] {
  const list = /\[(.*)\]\nendbfrange/s.exec(table)?.[1] ?? '';
  return [...list.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) =>
    Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
  );
}

/** Text that starts at the same height is one line. */
function textOf(drawn: string, characters: Map<string, string[]>): string {
  const lines = new Map<string, string>();
  for (const [, run = ''] of drawn.matchAll(/BT\n(.*?)ET/gs)) {
    const height = /\S+ (\S+) Tm/.exec(run)?.[1] ?? '';
    const known = characters.get(/\/(F\d+)/.exec(run)?.[1] ?? '');
    const glyphs = [...run.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
    const text = glyphs.map((glyph) => known?.[Number.parseInt(glyph, 16)] ?? '').join('');
    lines.set(height, (lines.get(height) ?? '') + text);
  }
  return [...lines.values()].join('\n');
}
