import type { ProductListService, ProductLookup } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import type { Drawing } from '#main/platform/printing/drawing';
import { pdfFile } from '#main/platform/printing/pdf-file';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import {
  type LabelDrawing,
  type LabelItem,
  type LabelRef,
  MOST_LABEL_ITEMS,
  MOST_LABELS,
} from '#shared/contract/labels';
import { refuse } from '#shared/contract/refusals';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { dayOf } from '#shared/kernel/time';
import type { LabelDrawings } from './drawings';
import { type Labelled, labelQueries } from './label.queries';
import type { LabelledGoods } from './label-content';

interface Needs {
  settings: SettingsService;
  products: ProductLookup;
  productLists: ProductListService;
  drawing: Drawing<LabelDrawings>;
}

type Calls = ParsedInputs['labels'];

/** Labels for shelves, goods, batches and locations, on sheets and rolls. */
export class LabelService {
  readonly #needs: Needs;
  readonly #queries;

  constructor(reader: Reader, needs: Needs) {
    this.#needs = needs;
    this.#queries = labelQueries(reader);
  }

  /** The given items that can be put on labels, then the active products of a category. Deleted items are left out. */
  items(ctx: Ctx, { refs, categoryId }: Calls['items']): { rows: LabelItem[]; more: boolean } {
    const inCategory = categoryId === undefined ? undefined : this.#inCategory(ctx, categoryId);
    const wanted = [...refs, ...(inCategory?.refs ?? [])].slice(0, MOST_LABEL_ITEMS);
    const rows = this.#find(ctx, wanted).flatMap((goods) => (goods ? [itemOf(ctx, goods)] : []));
    return { rows, more: inCategory !== undefined && inCategory.total > inCategory.refs.length };
  }

  /** One label of each item, drawn as in the PDF. @throws NOT_FOUND for a deleted item */
  async draw(ctx: Ctx, { refs, ...look }: Calls['draw']): Promise<{ drawings: LabelDrawing[] }> {
    const { drawing, settings } = this.#needs;
    const items = this.#labelled(ctx, refs).map(([ref, labelled]) => ({ ref, labelled }));
    const order = { items, look, store: settings.current };
    return { drawings: await drawing.runLong('labels.preview', order) };
  }

  /** The labels as a PDF. @throws LABELS_TOO_MANY beyond 2,000; NOT_FOUND for a deleted item */
  async pdf(ctx: Ctx, { items, startAt, ...look }: Calls['pdf']): Promise<File> {
    const count = items.reduce((sum, { copies }) => sum + copies, 0);
    if (count > MOST_LABELS) throw refuse('LABELS_TOO_MANY', { labels: count, atMost: MOST_LABELS });
    const { drawing, settings } = this.#needs;
    const store = settings.current;
    const wanted = this.#labelled(ctx, items).map(([{ copies }, labelled]) => ({ copies, labelled }));
    const bytes = await drawing.runLong('labels.pdf', { items: wanted, look, store, startAt });
    return pdfFile(bytes, `labels-${dayOf(ctx.now, store.timeZone)}.pdf`);
  }

  #inCategory(ctx: Ctx, categoryId: number): { refs: LabelRef[]; total: number } {
    const choice = { search: '', categoryId, statuses: ['active' as const], sort: [] };
    const { rows, total, totalIsExact } = this.#needs.productLists.list(ctx, {
      ...choice,
      offset: 0,
      limit: MOST_LABEL_ITEMS,
    });
    const refs = rows.map(({ id }) => ({ of: 'product' as const, id }));
    return { refs, total: totalIsExact ? total : total + 1 };
  }

  /** Each of these references with its goods. @throws NOT_FOUND for a deleted item */
  #labelled<Ref extends LabelRef>(ctx: Ctx, refs: readonly Ref[]): [Ref, LabelledGoods][] {
    const found = this.#find(ctx, refs);
    return refs.map((ref, index) => {
      const goods = found[index];
      if (!goods) throw refuse('NOT_FOUND', { what: ref.of });
      return [ref, { goods, skuIsFound: this.#skuIsFound(goods) }];
    });
  }

  /** Whether a scan of the SKU finds this product; only for one without codes, which would show it as its code. */
  #skuIsFound(goods: Labelled): boolean {
    if (goods.of !== 'product' || goods.codes.length > 0) return false;
    return this.#needs.products.findByCode(goods.sku)?.id === goods.id;
  }

  /** The item of each reference, in order; locations and batches are only for people who may see quantities. */
  #find(ctx: Ctx, refs: readonly LabelRef[]): Array<Labelled | undefined> {
    if (refs.some(({ of }) => of !== 'product')) assertAllowed(ctx, 'seeQuantities');
    const idsOf = (kind: LabelRef['of']): number[] =>
      refs.filter(({ of }) => of === kind).map(({ id }) => id);
    const found = [
      ...this.#queries.products(idsOf('product')),
      ...this.#queries.batches(idsOf('batch')),
      ...this.#queries.places(idsOf('location')),
    ];
    const byRef = new Map(found.map((goods) => [keyOf(goods), goods]));
    return refs.map((ref) => byRef.get(keyOf(ref)));
  }
}

function keyOf({ of, id }: LabelRef): string {
  return `${of} ${id}`;
}

function itemOf(ctx: Ctx, goods: Labelled): LabelItem {
  const { of, id, name } = goods;
  if (goods.of === 'location') {
    return { of, id, name, sku: '', batchNumber: null, expiresOn: null, productId: null, piecesOnHand: null };
  }
  const isCounted = goods.unit === 'piece' || goods.unit === 'pack';
  const pieces = Math.max(0, Math.floor(goods.onHandMilli / MILLI_PER_UNIT));
  return {
    of,
    id,
    name,
    sku: goods.sku,
    batchNumber: goods.of === 'batch' ? goods.number : null,
    expiresOn: goods.of === 'batch' ? goods.expiresOn : null,
    productId: goods.of === 'batch' ? goods.productId : id,
    piecesOnHand: isCounted && may(ctx, 'seeQuantities') ? pieces : null,
  };
}
