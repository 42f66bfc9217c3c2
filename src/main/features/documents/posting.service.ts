import { assertWhole, type ProductService } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ShelfRules } from '#main/features/stock/index';
import type { NumberService } from '#main/features/tills/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { DocumentHead, DocumentLine } from '#shared/contract/documents';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Fields } from './document.queries';
import type { DocumentDrafts } from './document-drafts';
import type { DocumentLineRow, DocumentRow, KindOfDocument, MovedGoods } from './document-kind';
import { DocumentView } from './document-view';
import { checkedGoods, inOrderOfTaking } from './goods-check';

type Calls = ParsedInputs['transfers'];

/** What posting does that is particular to a kind. */
interface PostingRules<Row, LineRow> {
  /** Refuses to post a document whose head does not allow it. */
  assertMayPost(row: Row): void;
  /** Moves the goods of one line through the stock ledger; returns what moved of each batch. */
  move(ctx: Ctx, row: Row, line: LineRow, rules: ShelfRules): MovedGoods[];
}

interface Needs<Row extends DocumentRow, LineRow extends DocumentLineRow> {
  drafts: DocumentDrafts<Row, LineRow>;
  rules: PostingRules<Row, LineRow>;
  products: ProductService;
  settings: SettingsService;
  numbers: NumberService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** Posts documents of one kind: all lines move and the document gets its number, or nothing happens. */
export class PostingService<
  Row extends DocumentRow,
  LineRow extends DocumentLineRow,
  Head extends DocumentHead,
  Line extends DocumentLine,
> {
  readonly #kind: KindOfDocument<Row, LineRow, Head, Line>;
  readonly #needs: Needs<Row, LineRow>;
  readonly #view;

  constructor(kind: KindOfDocument<Row, LineRow, Head, Line>, needs: Needs<Row, LineRow>) {
    this.#kind = kind;
    this.#needs = needs;
    this.#view = new DocumentView(needs.drafts.reads, kind);
  }

  /**
   * Posts a draft at the given version.
   * @throws DOCUMENT_CLOSED, CHANGED_MEANWHILE, DOCUMENT_EMPTY; DOCUMENT_SHORT with every line that exceeds the stock,
   * QUANTITY_TOO_FINE, and what the rules of the kind and the stock ledger refuse
   */
  post(ctx: Ctx, { id, version }: Calls['post']): Head {
    const row = this.#needs.drafts.draftAt(id, version);
    if (row.lineCount === 0) throw refuse('DOCUMENT_EMPTY', { kind: this.#kind.kind });
    return this.#post(ctx, row);
  }

  /**
   * Creates a document and posts it.
   * @param fields the values of the kind's own columns
   * @throws NOT_FOUND and what {@link post} refuses
   */
  postNow(ctx: Ctx, fields: Fields, { note, lines }: Pick<Calls['postNow'], 'note' | 'lines'>): Head {
    const { drafts, products } = this.#needs;
    const written = { ...fields, note, createdAt: ctx.now, accountId: ctx.account.id };
    const documentId = Number(drafts.writes.start.run(written).lastInsertRowid);
    for (const { productId, quantityMilli, batchId } of lines) {
      if (!products.byIdForSale(productId)) throw refuse('NOT_FOUND', { what: 'product' });
      const choice = drafts.choiceOf(productId, batchId);
      drafts.writes.addLine.run({ documentId, productId, quantityMilli, ...choice });
    }
    return this.#post(ctx, drafts.row(documentId));
  }

  #post(ctx: Ctx, row: Row): Head {
    const { drafts, rules, settings, numbers, audit, changes } = this.#needs;
    const { kind, loggedOf, rulesOf } = this.#kind;
    const { id } = row;
    rules.assertMayPost(row);
    const lines = drafts.reads.lines.all(id);
    for (const { productName, unit, quantityMilli } of lines) assertWhole(productName, unit, quantityMilli);
    const stockRules = rulesOf(settings.current, ctx.now);
    this.#assertInStock(row, lines, stockRules);
    for (const line of inOrderOfTaking(lines)) {
      this.#writeMoved(line, rules.move(ctx, row, line, stockRules));
    }
    const number = numbers.next(kind);
    drafts.writes.post.run({ id, number, postedAt: ctx.now, accountId: ctx.account.id });
    const posted = drafts.row(id);
    audit.record(ctx, {
      entity: kind,
      entityId: id,
      label: number,
      after: { ...loggedOf(posted), note: posted.note, lines: posted.lineCount },
    });
    changes.publish('stock');
    return this.#view.head(posted);
  }

  /**
   * Reports all short lines at once, so that nobody has to find them by posting repeatedly. If only an expired batch is
   * in the way, the ledger reports that.
   */
  #assertInStock(
    row: Row,
    lines: readonly LineRow[],
    { allowNegative, keepExpiredBefore }: ShelfRules,
  ): void {
    if (allowNegative) return;
    const { id, locationId, locationName } = row;
    const shelves = this.#needs.drafts.reads.shelves.all({ id, locationId });
    const checked = checkedGoods(lines, shelves, keepExpiredBefore);
    const short = lines.filter((line) => checked.get(line.id)?.shortMilli);
    if (short.every((line) => checked.get(line.id)?.keptBack)) return;
    throw refuse('DOCUMENT_SHORT', {
      kind: this.#kind.kind,
      locationName,
      lines: short.map(({ id: lineId, productId, productName, unit, batchNumber, quantityMilli }) => ({
        productId,
        productName,
        unit,
        batchNumber,
        requestedMilli: quantityMilli,
        availableMilli: quantityMilli - (checked.get(lineId)?.shortMilli ?? 0),
      })),
    });
  }

  /** The document records what moved of each batch, as a line of its own. */
  #writeMoved({ id }: LineRow, [first, ...others]: MovedGoods[]): void {
    const { writes } = this.#needs.drafts;
    if (!first) throw new Error(`Nothing was moved for line ${id}`);
    writes.postLine.run({ id, ...first });
    for (const other of others) writes.splitLine.run({ id, ...other });
  }
}
