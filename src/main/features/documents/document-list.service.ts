import type { SettingsService } from '#main/features/settings/index';
import type { Ctx } from '#main/platform/ctx';
import { mentions } from '#main/platform/database/folded-sql';
import { type DocumentFilter, documentValues, isWithin } from '#main/platform/lists/document-filter';
import { isOneOf, ListQuery } from '#main/platform/lists/list-query';
import { PRODUCTS_FOUND } from '#main/platform/lists/search-sql';
import type { Drawing } from '#main/platform/printing/drawing';
import type { PaperDrawings } from '#main/platform/printing/drawings';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { Reader } from '#main/platform/work/connections';
import type { DocumentHead, DocumentLine, DocumentState } from '#shared/contract/documents';
import type { ParsedInputs } from '#shared/contract/index';
import type { DocumentKind } from '#shared/contract/record-kinds';
import { refuse } from '#shared/contract/refusals';
import { documentNumberIn } from '#shared/kernel/document-number';
import { instantsOf } from '#shared/kernel/time';
import { documentReads, selectDocuments } from './document.queries';
import type { DocumentLineRow, DocumentRow, DocumentTables, KindOfDocument } from './document-kind';
import { DocumentView } from './document-view';

type Calls = ParsedInputs['transfers'];

const AT = 'COALESCE(d.posted_at, d.created_at)';

/** Documents of one kind, newest first. */
function documentList<Row>(reader: Reader, { kind, ...tables }: DocumentTables & { kind: DocumentKind }) {
  const { table, lineTable, parent, locations, searched } = tables;
  const inLocation = locations.map((column) => `d.${column} = @locationId`).join(' OR ');
  const found = [
    'd.number = @number',
    mentions('d.note'),
    ...searched,
    `d.id IN (SELECT ${parent} FROM ${lineTable} WHERE product_id IN (${PRODUCTS_FOUND}))`,
  ];
  return new ListQuery<DocumentFilter<DocumentState>, Row>(reader, {
    select: selectDocuments(tables),
    from: `FROM ${table} d`,
    order: `${AT} DESC, d.id DESC`,
    conditions: ({ states, locationId, search, ...instants }) => [
      isOneOf('d.state', states) || `d.state <> 'discarded'`,
      locationId !== undefined && `(${inLocation})`,
      search !== '' && `(${found.join(' OR ')})`,
      ...isWithin(AT, instants),
    ],
    values: (filter) => ({ ...documentValues(filter), number: documentNumberIn(filter.search, kind) }),
  });
}

/** What reading documents needs. */
export interface ListNeeds {
  settings: SettingsService;
  drawing: Drawing<PaperDrawings>;
}

/** Read access to documents of one kind. */
export class DocumentListService<
  Row extends DocumentRow,
  LineRow extends DocumentLineRow,
  Head extends DocumentHead,
  Line extends DocumentLine,
> {
  readonly #kind: KindOfDocument<Row, LineRow, Head, Line>;
  readonly #settings: SettingsService;
  readonly #drawing: Drawing<PaperDrawings>;
  readonly #reads;
  readonly #list;
  readonly #view;

  constructor(reader: Reader, kind: KindOfDocument<Row, LineRow, Head, Line>, needs: ListNeeds) {
    this.#kind = kind;
    this.#settings = needs.settings;
    this.#drawing = needs.drawing;
    this.#reads = documentReads<Row, LineRow>(reader, kind);
    this.#list = documentList<Row>(reader, kind);
    this.#view = new DocumentView(this.#reads, kind);
  }

  /** A page of documents, newest first; days are in the store's time zone, both inclusive. */
  list({ offset, limit, from, to, ...filter }: Calls['list']) {
    const instants = instantsOf({ from, to }, this.#settings.current.timeZone);
    const { rows, ...total } = this.#list.page({ ...filter, ...instants }, { offset, limit });
    return { rows: rows.map((row) => this.#view.head(row)), ...total };
  }

  /** One document with its lines; a draft also with the available stock of each. @throws NOT_FOUND */
  get(ctx: Ctx, id: number): Head & { lines: Line[] } {
    const row = this.#reads.document.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: this.#kind.kind });
    const { keepExpiredBefore } = this.#kind.rulesOf(this.#settings.current, ctx.now);
    return this.#view.whole(ctx, row, keepExpiredBefore);
  }

  /** The document on A4 pages. @throws NOT_FOUND */
  async pdf(ctx: Ctx, id: number): Promise<File> {
    const document = this.get(ctx, id);
    const paper = this.#kind.paper(document, this.#settings.current);
    const bytes = await this.#drawing.run('paper.pdf', paper);
    return pdfFile(bytes, `${this.#kind.kind}-${document.number ?? 'draft'}.pdf`);
  }
}
