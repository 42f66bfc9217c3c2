import type { ProductListService, ProductLookup } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import { assertAllowed, type Ctx, may } from '#main/platform/ctx';
import { pdfFile } from '#main/platform/printing/paper-pdf';
import { paperTexts } from '#main/platform/printing/paper-texts';
import type { Reader } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import {
  type LabelDrawing,
  type LabelItem,
  type LabelLook,
  type LabelRef,
  MOST_LABEL_ITEMS,
  MOST_LABELS,
} from '#shared/contract/labels';
import { refuse } from '#shared/contract/refusals';
import { inWords } from '#shared/documents/blocks';
import { LABELS_TITLE } from '#shared/documents/label';
import { LABEL_LAYOUTS } from '#shared/kernel/label-sheets';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { dayOf } from '#shared/kernel/time';
import { type Labelled, labelQueries } from './label.queries';
import { contentOf, type LabelContent } from './label-content';
import { labelPdf, setLabels } from './label-pages';
import { drawingOf } from './label-setter';

interface Needs {
  settings: SettingsService;
  products: ProductLookup;
  productLists: ProductListService;
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
    const labels = await setLabels(LABEL_LAYOUTS[look.layout], this.#contents(ctx, refs, look));
    return {
      drawings: refs.flatMap((ref, index) => {
        const label = labels[index];
        return label ? [drawingOf(ref, label)] : [];
      }),
    };
  }

  /** The labels as a PDF. @throws LABELS_TOO_MANY beyond 2,000; NOT_FOUND for a deleted item */
  async pdf(ctx: Ctx, { items, startAt, ...look }: Calls['pdf']): Promise<File> {
    const count = items.reduce((sum, { copies }) => sum + copies, 0);
    if (count > MOST_LABELS) throw refuse('LABELS_TOO_MANY', { labels: count, atMost: MOST_LABELS });
    const contents = this.#contents(ctx, items, look);
    const labels = contents.map((content, index) => ({ content, copies: items[index]?.copies ?? 0 }));
    const { locale, timeZone } = this.#needs.settings.current;
    const title = inWords(LABELS_TITLE, paperTexts(locale));
    const bytes = await labelPdf({ title, layout: LABEL_LAYOUTS[look.layout], labels, startAt });
    return pdfFile(bytes, `labels-${dayOf(ctx.now, timeZone)}.pdf`);
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

  #contents(ctx: Ctx, refs: readonly LabelRef[], look: LabelLook): LabelContent[] {
    const { settings, products } = this.#needs;
    return this.#find(ctx, refs).map((goods, index) => {
      if (!goods) throw refuse('NOT_FOUND', { what: refs[index]?.of ?? 'product' });
      return contentOf(goods, look, settings.current, ({ id, sku }) => products.findByCode(sku)?.id === id);
    });
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
