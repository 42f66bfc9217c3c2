import type { IssuesServices } from '#main/features/issues/index';
import type { StockLedger, StockService } from '#main/features/stock/index';
import type {
  StocktakeCountService,
  StocktakePostService,
  StocktakeService,
} from '#main/features/stocktakes/index';
import type { NewStoreParts } from '#main/features/stores/index';
import type { TaskService } from '#main/features/tasks/index';
import type { TransfersServices } from '#main/features/transfers/index';
import type { Ctx } from '#main/platform/ctx';
import { addDays, MINUTE_MS } from '#shared/kernel/time';
import { DEMO_STORE, type DemoGood, type DemoStockroom } from './demo-goods';

/** The services that the stockroom of the demo store uses. */
interface StockroomNeeds {
  stock: StockService;
  ledger: StockLedger;
  transfers: ReturnType<TransfersServices['transfers']['in']>;
  issues: ReturnType<IssuesServices['issues']['in']>;
  life: StocktakeService;
  counting: StocktakeCountService;
  posting: StocktakePostService;
  tasks: TaskService;
}

/** The storeroom of the demo store on one of its days. */
interface StockroomDay {
  /** YYYY-MM-DD; `daysAgo` is the number of days before the last day. */
  day: string;
  daysAgo: number;
  /** When the work starts, in UTC epoch milliseconds; it takes less than an hour. */
  begins: number;
  shelf: ReadonlyMap<string, { productId: number; good: DemoGood }>;
  categoryIds: ReadonlyMap<string, number>;
  places: NewStoreParts['places'];
  crew: Record<'manager' | 'storekeeper' | 'cashier', (now: number) => Ctx>;
}

/** The time of each part of the work, after its start. */
const DONE_AFTER_MS = {
  putAway: 2 * MINUTE_MS,
  transfer: 9 * MINUTE_MS,
  issue: 16 * MINUTE_MS,
  close: 21 * MINUTE_MS,
  startStocktake: 24 * MINUTE_MS,
  count: 37 * MINUTE_MS,
  giveTask: 41 * MINUTE_MS,
  seeTask: 48 * MINUTE_MS,
} as const;

type Planned<Kind extends keyof DemoStockroom> = DemoStockroom[Kind][number];

/**
 * Plays what happens in the storeroom of the demo store: goods are put away, moved to the shop, issued, returned and
 * counted, and the manager assigns tasks. On the last day, work is left half done, as in the middle of a day.
 */
export class DemoStockroomService {
  readonly #needs: StockroomNeeds;
  /** Issued lines by holder and SKU; some are returned on a later day. */
  readonly #linesOut = new Map<string, number>();

  constructor(needs: StockroomNeeds) {
    this.#needs = needs;
  }

  /** Plays the plan of one day in the running unit of work. */
  async play(today: StockroomDay): Promise<void> {
    const { deliveries, transfers, issues, closings, stocktakes, tasks } = DEMO_STORE.stockroom;
    const isToday = ({ daysAgo }: { daysAgo: number }): boolean => daysAgo === today.daysAgo;
    for (const delivery of deliveries.filter(isToday)) this.#putAway(today, delivery);
    for (const transfer of transfers.filter(isToday)) this.#transfer(today, transfer);
    for (const issue of issues.filter(isToday)) this.#issue(today, issue);
    for (const closing of closings.filter(isToday)) this.#close(today, closing);
    for (const stocktake of stocktakes.filter(isToday)) await this.#count(today, stocktake);
    for (const task of tasks.filter(isToday)) this.#giveTask(today, task);
  }

  #putAway(today: StockroomDay, { sku, quantityMilli, batch, expiresInDays }: Planned<'deliveries'>): void {
    const { productId } = goodsOf(today, sku);
    this.#needs.stock.receive(storekeeperAfter(today, 'putAway'), {
      productId,
      locationId: today.places.storeroom,
      quantityMilli,
      batch: { number: batch, expiresOn: addDays(today.day, expiresInDays) },
      reason: '',
    });
  }

  #transfer(today: StockroomDay, { note, goods }: Planned<'transfers'>): void {
    const { own, filling, posting } = this.#needs.transfers;
    const { places } = today;
    const storekeeper = storekeeperAfter(today, 'transfer');
    let head = own.start(storekeeper, {
      fromLocationId: places.storeroom,
      toLocationId: places.shop,
    });
    const { id } = head;
    for (const { sku, quantityMilli } of goods) {
      const { productId } = goodsOf(today, sku);
      ({ head } = filling.addLine(storekeeper, { documentId: id, productId, quantityMilli }));
    }
    head = own.change(storekeeper, { id, version: head.version, note });
    if (today.daysAgo > 0) posting.post(storekeeper, { id, version: head.version });
  }

  #issue(today: StockroomDay, { holder, note, goods }: Planned<'issues'>): void {
    const { own, filling, posting } = this.#needs.issues;
    const { places } = today;
    const storekeeper = storekeeperAfter(today, 'issue');
    let head = own.start(storekeeper, { locationId: places.storeroom, holder: { name: holder } });
    const { id } = head;
    head = own.change(storekeeper, { id, version: head.version, note });
    for (const { sku, quantityMilli } of goods) {
      const added = filling.addLine(storekeeper, {
        documentId: id,
        productId: goodsOf(today, sku).productId,
        quantityMilli,
      });
      head = added.head;
      if (added.lineId !== null) this.#linesOut.set(`${holder} ${sku}`, added.lineId);
    }
    posting.post(storekeeper, { id, version: head.version });
  }

  #close(today: StockroomDay, { holder, sku, quantityMilli, usedFor }: Planned<'closings'>): void {
    const { returns } = this.#needs.issues;
    const storekeeper = storekeeperAfter(today, 'close');
    const issueLineId = this.#linesOut.get(`${holder} ${sku}`);
    if (issueLineId === undefined) throw new Error(`In the demo store ${holder} has no ${sku}`);
    if (usedFor !== undefined) {
      returns.usedUp(storekeeper, { issueLineId, quantityMilli, reason: usedFor });
    } else {
      const locationId = today.places.storeroom;
      returns.returnGoods(storekeeper, { issueLineId, quantityMilli, locationId, reason: '' });
    }
  }

  /** Counts the goods of a category in the storeroom; the stocktake stays open if something is left uncounted. */
  async #count(today: StockroomDay, planned: Planned<'stocktakes'>): Promise<void> {
    const { ledger, life, counting, posting } = this.#needs;
    const { places, categoryIds } = today;
    const categoryId = categoryIds.get(planned.category) ?? null;
    const { id } = await life.start(storekeeperAfter(today, 'startStocktake'), {
      locationId: places.storeroom,
      categoryId,
      note: planned.note,
    });
    const storekeeper = storekeeperAfter(today, 'count');
    for (const { productId, good } of today.shelf.values()) {
      const thereMilli = ledger.availableMilli(productId, places.storeroom);
      const isCounted = good.category === planned.category && !planned.uncounted.includes(good.sku);
      if (thereMilli === 0 || !isCounted) continue;
      const missingMilli = planned.missing.find(({ sku }) => sku === good.sku)?.quantityMilli ?? 0;
      counting.count(storekeeper, {
        stocktakeId: id,
        productId,
        batchId: null,
        quantityMilli: thereMilli - missingMilli,
        mode: 'set',
        beyondCategory: false,
      });
    }
    if (planned.uncounted.length > 0) return;
    const { version } = await life.review(storekeeper, id);
    await posting.post(storekeeper, { id, version, uncounted: 'leave' });
  }

  #giveTask(today: StockroomDay, planned: Planned<'tasks'>): void {
    const { tasks } = this.#needs;
    const { places, categoryIds, crew, begins } = today;
    const { assignee } = planned;
    const manager = crew.manager(begins + DONE_AFTER_MS.giveTask);
    const whose = crew['person' in assignee ? assignee.person : assignee.role];
    const theirs = whose(begins + DONE_AFTER_MS.seeTask);
    const { id, version } = tasks.create(manager, {
      kind: planned.kind,
      text: planned.text,
      assignee: 'role' in assignee ? assignee : { accountId: theirs.account.id },
      dueOn: addDays(today.day, planned.dueInDays),
      productId: planned.sku === undefined ? null : goodsOf(today, planned.sku).productId,
      categoryId: categoryIds.get(planned.category ?? '') ?? null,
      locationId: planned.location === undefined ? null : places[planned.location],
      fromLocationId: planned.kind === 'restock' ? places.storeroom : null,
    });
    if (today.daysAgo > 0) tasks.see(theirs, { ids: [id] });
    if (planned.done !== undefined) tasks.done(theirs, { id, version, remark: planned.done });
  }
}

function goodsOf({ shelf }: StockroomDay, sku: string): { productId: number; good: DemoGood } {
  const goods = shelf.get(sku);
  if (!goods) throw new Error(`The demo store has no ${sku}`);
  return goods;
}

function storekeeperAfter({ begins, crew }: StockroomDay, part: keyof typeof DONE_AFTER_MS): Ctx {
  return crew.storekeeper(begins + DONE_AFTER_MS[part]);
}
