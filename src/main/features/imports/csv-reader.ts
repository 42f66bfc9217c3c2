import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import type { FileEncoding, FileSeparator } from '#shared/contract/imports';
import { refuse } from '#shared/contract/refusals';

export interface CsvFormat {
  encoding: FileEncoding;
  separator: FileSeparator;
}

/** A row of a file: the line where it starts (the first line is 1) and the text of its cells. */
export interface CsvRow {
  line: number;
  cells: string[];
}

/** Small enough that parsing one chunk delays no one. */
const CHUNK_BYTES = 32 * 1024;
/** A longer row means that a quotation mark was never closed. */
const LONGEST_ROW = 1_000_000;
/** The line that some spreadsheets write above the heading to declare the separator. */
const SEPARATOR_LINE = /^sep=.\n/i;

/** How every file is parsed: quotes may occur within cells, and rows of any width are accepted. */
export function parserOptions(separator: FileSeparator): Options & { info: true } {
  return {
    delimiter: separator,
    record_delimiter: '\n',
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_ROW,
  };
}

/** A file's text in chunks, with every line ending in a line feed and without a line that declares the separator. */
export async function* textOf(file: string, encoding: FileEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let isFirst = true;
  let held = '';
  const plain = (piece: string, isLast: boolean): string => {
    const text = held + piece;
    // A carriage return at the end of a chunk may be the first half of a line ending.
    held = !isLast && text.endsWith('\r') ? '\r' : '';
    const lines = text.slice(0, text.length - held.length).replace(/\r\n?/g, '\n');
    const answer = isFirst ? lines.replace(SEPARATOR_LINE, '\n') : lines;
    isFirst = false;
    return answer;
  };
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
    yield plain(decoder.decode(chunk as Buffer, { stream: true }), false);
  }
  yield plain(decoder.decode(), true);
}

/**
 * The rows of a file, including its heading, without empty rows. It reads only as fast as the rows are
 * consumed, and yields to other work in between.
 * @throws FILE_QUOTE with the line of a quotation mark that is never closed
 */
export async function* rowsOf(file: string, { encoding, separator }: CsvFormat): AsyncGenerator<CsvRow> {
  const parser = parse(parserOptions(separator));
  const source = Readable.from(textOf(file, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let linesRead = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: InfoRecord }>) {
      const inCells = record.reduce((sum, cell) => sum + lineFeedsIn(cell), 0);
      linesRead = info.lines;
      if (!isEmpty(record)) yield { line: info.lines - inCells, cells: record };
    }
  } catch (error) {
    if (error instanceof CsvError) throw refuse('FILE_QUOTE', { line: linesRead + 1 });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** Whether all cells are blank, as in the rows that spreadsheets leave at the end. */
export function isEmpty(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function lineFeedsIn(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}
