import { type Ctx, may } from '#main/platform/ctx';
import { type CsvCell, toCsv, withoutGuard } from '#main/platform/files/csv';
import type { Reader } from '#main/platform/work/connections';
import type { ImportProblem, RefusedRow, RefusedWords } from '#shared/contract/imports';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { safeFileName } from '#shared/kernel/file-name';
import { importReads } from './import.queries';

type Calls = ParsedInputs['imports'];

/** The number of rows in one chunk of a file. */
const PIECE_ROWS = 2000;

/** The results of the latest imports and their refused rows. */
export class ImportReportService {
  readonly #queries;

  constructor(reader: Reader) {
    this.#queries = importReads(reader);
  }

  /** The latest imports, newest first. */
  list() {
    return this.#queries.list();
  }

  /**
   * Refused rows as they were in the file: for the person who imported it, and for people who may see cost, which
   * the rows may contain. @throws NOT_FOUND
   */
  refusedRows(ctx: Ctx, { importId, limit, offset }: Calls['refusedRows']) {
    const { headings, refused } = this.#readable(ctx, importId);
    return { headings, rows: this.#queries.refusedRows(importId, limit, offset), total: refused };
  }

  /**
   * A chunk of the refused rows as CSV in the window's language: the file's own columns, then the line and
   * the reason. The first chunk includes the headings. @throws NOT_FOUND
   */
  refusedCsv(ctx: Ctx, { importId, offset, words }: Calls['refusedCsv']) {
    const { headings, fileName } = this.#readable(ctx, importId);
    const rows = this.#queries.refusedRows(importId, PIECE_ROWS, offset);
    const lines = rows.map(({ line, cells, problems }) => [
      ...headings.map((_, index) => asItStood(cells[index] ?? '')),
      String(line),
      problems.map((problem) => sentence(problem, words)).join(' '),
    ]);
    const csv = toCsv(offset === 0 ? [[...headings, words.line, words.why], ...lines] : lines);
    const nextOffset = rows.length < PIECE_ROWS ? null : offset + PIECE_ROWS;
    return { fileName: `rejected-${safeFileName(fileName).replace(/\.[^.]*$/, '')}.csv`, csv, nextOffset };
  }

  #readable(ctx: Ctx, importId: number) {
    const found = this.#queries.one.get(importId);
    if (!(found && (found.accountId === ctx.account.id || may(ctx, 'seeCost')))) {
      throw refuse('NOT_FOUND', { what: 'import' });
    }
    return { ...found, headings: JSON.parse(found.headings) as RefusedRow['cells'] };
  }
}

/** Keeps a number a number, even below zero: only text could be run as a formula, and it is guarded again. */
function asItStood(cell: string): CsvCell {
  const text = withoutGuard(cell);
  const number = Number(text);
  return String(number) === text ? number : text;
}

function sentence(problem: ImportProblem, { reasons, fields }: RefusedWords): string {
  const field = problem.field === null ? '' : fields[problem.field];
  const carried: Record<string, string | number | null> = { ...problem, field };
  return reasons[problem.reason].replace(/{{(\w+)}}/g, (_, key: string) => String(carried[key] ?? ''));
}
