import type texts from '#shared/texts/en/paper.json';

type KeyIn<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Key : `${Key}.${KeyIn<Texts[Key]>}`;
}[keyof Texts & string];

/** The name of a text in paper.json. */
export type TextKey = KeyIn<typeof texts>;

/** Data in the store's formats, or a text of paper.json with its values. */
export type Text = string | { key: TextKey; values: Record<string, Text> };

export interface TableColumn<T = Text> {
  heading: T;
  /** Its width relative to the other columns: 2 is twice as wide as 1. */
  share: number;
  /** 'right' for figures. */
  align?: 'right';
}

/** What all paper shows: the heading, lines of text, and tables with a last row in bold for their total. */
type CommonBlock<T> =
  | { kind: 'heading'; text: T }
  | { kind: 'lines'; lines: T[] }
  | { kind: 'table'; columns: TableColumn<T>[]; rows: T[][]; total?: T[] | undefined };

/** A part of a document on a roll. A pair is a text at the left with its amount at the right. */
export type RollBlock<T = Text> =
  | CommonBlock<T>
  | { kind: 'mark'; text: T }
  | { kind: 'pair'; left: T; right?: T; look?: 'detail' | 'strong' | 'total' }
  | { kind: 'rule' }
  | { kind: 'gap' }
  | { kind: 'barcode'; code: string };

/** A part of a document on A4 pages. */
export type PageBlock<T = Text> = CommonBlock<T> | { kind: 'signatures'; names: T[] };

interface AnyPaper<T> {
  title: T;
  /** The store's locale; its language is that of the texts. */
  locale: string;
}

export interface RollPaper<T = Text> extends AnyPaper<T> {
  paper: 'roll';
  blocks: RollBlock<T>[];
}

export interface PagePaper<T = Text, Footer = Text> extends AnyPaper<T> {
  paper: 'a4';
  blocks: PageBlock<T>[];
  /** Below each page; its text gets the values `page` and `pages`. */
  footer: Footer;
}

/** A printed document as data: the window, the PDF and the system's printer draw the same blocks. */
export type Paper = RollPaper | PagePaper;

export type WordedRoll = RollPaper<string>;
export type WordedPages = PagePaper<string, (page: string, pages: string) => string>;

/** What paper needs of a store. */
export interface PaperStore {
  name: string;
  currency: string;
  locale: string;
  timeZone: string;
}

/** Looks up a text of paper.json in the language of the paper. */
export type Lookup = (key: TextKey, values: Record<string, string>) => string;

/** A text with its values. */
export function say(key: TextKey, values: Record<string, Text> = {}): Text {
  return { key, values };
}

/** The kind of a document with its number, once it has one. */
export function titled(kind: Text, number: string | null): Text {
  return number === null ? kind : say('numbered', { document: kind, number });
}

/** Replaces a text by its words. */
export function inWords(text: Text, lookup: Lookup): string {
  if (typeof text === 'string') return text;
  const values = Object.entries(text.values).map(([name, value]) => [name, inWords(value, lookup)]);
  return lookup(text.key, Object.fromEntries(values));
}

/** Replaces all texts of a document by their words. */
export function paperInWords(paper: Paper, lookup: Lookup): WordedRoll | WordedPages {
  const worded = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(worded);
    if ('key' in value) return inWords(value as Text, lookup);
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, worded(part)]));
  };
  if (paper.paper === 'roll') return worded(paper) as WordedRoll;
  const { footer, ...pages } = paper;
  const footerOf = (page: string, of: string) =>
    inWords(
      typeof footer === 'string' ? footer : say(footer.key, { ...footer.values, page, pages: of }),
      lookup,
    );
  return { ...(worded(pages) as Omit<WordedPages, 'footer'>), footer: footerOf };
}
