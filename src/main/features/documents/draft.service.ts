import {
  assertFits,
  assertWhole,
  type ProductService,
  type SellableProduct,
  usualQuantity,
} from '#main/features/catalogue/index';
import { type CodeResolver, neededAmountOf } from '#main/features/scanning/index';
import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { DocumentHead, DocumentLine } from '#shared/contract/documents';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { BatchChoice, Fields } from './document.queries';
import type { DocumentDrafts } from './document-drafts';
import type { DocumentLineRow, DocumentRow, KindOfDocument } from './document-kind';
import { DocumentView } from './document-view';

/** The calls that are the same for all kinds. */
type Calls = ParsedInputs['transfers'];

interface Needs<Row extends DocumentRow, LineRow extends DocumentLineRow> {
  drafts: DocumentDrafts<Row, LineRow>;
  products: ProductService;
  codes: CodeResolver;
  settings: SettingsService;
  audit: StoreLog;
  changes: ChangeFeed;
}

/** A quantity to add to a draft, and the line to add it to if there is one. */
interface Put extends BatchChoice {
  line: DocumentLineRow | undefined;
  quantityMilli: number;
}

/** The result of changing one line; see the contract. */
interface LineChange<Head, Line> {
  head: Head;
  productId: number;
  lines: Line[];
  lineId: number | null;
}

/** Drafts of one kind of document: start, scan, edit, discard. Nothing here moves stock. */
export class DraftService<
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

  /** Creates a draft with the values of the kind's own columns, which the caller has checked. */
  start(ctx: Ctx, fields: Fields): Head {
    const written = { ...fields, note: '', createdAt: ctx.now, accountId: ctx.account.id };
    const { lastInsertRowid } = this.#needs.drafts.writes.start.run(written);
    return this.#logged(ctx, Number(lastInsertRowid), null);
  }

  /** Writes the kind's own columns, which the caller has checked, and the note if one is given. */
  change(ctx: Ctx, before: Row, fields: Fields, note = before.note): Head {
    const { id } = before;
    this.#needs.drafts.writes.change.run({ ...fields, id, note, accountId: ctx.account.id });
    return this.#logged(ctx, id, before);
  }

  /**
   * Adds the product of a code to a draft; the same code again increases the quantity. A given quantity replaces the
   * one of the code.
   * @throws DOCUMENT_CLOSED, QUANTITY_NEEDED, and what {@link CodeResolver.product} refuses
   */
  scan(ctx: Ctx, { documentId, quantityMilli, ...code }: Calls['scan']): LineChange<Head, Line> {
    const { drafts, codes } = this.#needs;
    const row = drafts.draft(documentId);
    const scanned = codes.product(ctx, code);
    const { product, batch } = scanned;
    const batchId = batch?.id ?? undefined;
    const lines = drafts.reads.linesOfProduct.all(row.id, product.id);
    // A code that names no batch goes to the line with an open batch, else to the last line with a chosen one.
    const line =
      batchId === undefined
        ? (lines.find(({ anyBatch }) => anyBatch === 1) ?? lines.at(-1))
        : lines.find((one) => one.batchId === batchId);
    return this.#put(ctx, row, product, {
      line,
      quantityMilli: quantityMilli ?? neededAmountOf(scanned).quantityMilli,
      ...drafts.choiceOf(product.id, batchId),
    });
  }

  /**
   * Adds a product to a draft by hand.
   * @throws DOCUMENT_CLOSED, QUANTITY_NEEDED, QUANTITY_TOO_FINE, QUANTITY_TOO_LARGE, NOT_FOUND
   */
  addLine(
    ctx: Ctx,
    { documentId, productId, quantityMilli, ...chosen }: Calls['addLine'],
  ): LineChange<Head, Line> {
    const { drafts, products } = this.#needs;
    const row = drafts.draft(documentId);
    const product = products.byIdForSale(productId);
    if (!product) throw refuse('NOT_FOUND', { what: 'product' });
    const choice = drafts.choiceOf(productId, chosen.batchId);
    const line = drafts.reads.linesOfProduct
      .all(row.id, productId)
      .find(({ anyBatch, batchId }) => anyBatch === choice.anyBatch && batchId === choice.batchId);
    const wantedMilli = quantityMilli ?? usualQuantity(product);
    return this.#put(ctx, row, product, { line, quantityMilli: wantedMilli, ...choice });
  }

  /** Sets the quantity and batch of a line. @throws DOCUMENT_CLOSED, CHANGED_MEANWHILE, QUANTITY_TOO_FINE, NOT_FOUND */
  setLine(ctx: Ctx, { lineId, version, quantityMilli, batchId }: Calls['setLine']): LineChange<Head, Line> {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    assertWhole(line.productName, line.unit, quantityMilli);
    drafts.writes.setLine.run({ id: lineId, quantityMilli, ...drafts.choiceOf(line.productId, batchId) });
    return this.#lineChanged(ctx, row, line.productId, lineId);
  }

  /** @throws DOCUMENT_CLOSED, CHANGED_MEANWHILE, NOT_FOUND */
  removeLine(ctx: Ctx, { lineId, version }: Calls['removeLine']): LineChange<Head, Line> {
    const { drafts } = this.#needs;
    const { line, row } = drafts.lineAt(lineId, version);
    drafts.writes.removeLine.run(lineId);
    return this.#lineChanged(ctx, row, line.productId, null);
  }

  /** Discards a draft; it can be restored. @throws DOCUMENT_CLOSED, NOT_FOUND */
  discard(ctx: Ctx, { id }: Calls['discard']): Head {
    const before = this.#needs.drafts.draft(id);
    return this.#setState(ctx, before, 'discarded');
  }

  /** Restores a discarded draft. @throws DOCUMENT_CLOSED when it was posted, NOT_FOUND */
  restore(ctx: Ctx, { id }: Calls['restore']): Head {
    const { drafts } = this.#needs;
    const before = drafts.row(id);
    if (before.state === 'posted') throw drafts.closed(before);
    return this.#setState(ctx, before, 'draft');
  }

  #setState(ctx: Ctx, before: Row, state: Row['state']): Head {
    const { id } = before;
    this.#needs.drafts.writes.setState.run({ id, state, accountId: ctx.account.id });
    return this.#logged(ctx, id, before);
  }

  #put(ctx: Ctx, row: Row, product: SellableProduct, { line, ...added }: Put): LineChange<Head, Line> {
    const { writes } = this.#needs.drafts;
    assertWhole(product.name, product.unit, added.quantityMilli);
    if (line) {
      const { id, anyBatch, batchId } = line;
      const quantityMilli = line.quantityMilli + added.quantityMilli;
      assertFits(product, quantityMilli);
      writes.setLine.run({ id, anyBatch, batchId, quantityMilli });
      return this.#lineChanged(ctx, row, product.id, id);
    }
    const { lastInsertRowid } = writes.addLine.run({ documentId: row.id, productId: product.id, ...added });
    return this.#lineChanged(ctx, row, product.id, Number(lastInsertRowid));
  }

  /** Notifies the windows of a changed line and returns the current lines of its product. */
  #lineChanged(ctx: Ctx, { id }: Row, productId: number, lineId: number | null): LineChange<Head, Line> {
    const { drafts, settings, changes } = this.#needs;
    const { kind, topic, rulesOf } = this.#kind;
    drafts.writes.touch.run(ctx.account.id, id);
    const row = drafts.row(id);
    changes.publish({ topic, record: { entity: `${kind}-lines`, id, version: row.version } });
    const { keepExpiredBefore } = rulesOf(settings.current, ctx.now);
    const lines = this.#view.linesOfProduct(ctx, row, productId, keepExpiredBefore);
    return { head: this.#view.head(row), productId, lines, lineId };
  }

  /** Records a change in the store log, which notifies the windows, and returns the current document. */
  #logged(ctx: Ctx, id: number, before: Row | null): Head {
    const { drafts, audit } = this.#needs;
    const after = drafts.row(id);
    audit.record(ctx, {
      entity: this.#kind.kind,
      entityId: id,
      label: this.#kind.titleOf(after),
      before: before && this.#logFields(before),
      after: this.#logFields(after),
    });
    return this.#view.head(after);
  }

  #logFields(row: Row) {
    return { ...this.#kind.loggedOf(row), note: row.note, state: row.state };
  }
}
