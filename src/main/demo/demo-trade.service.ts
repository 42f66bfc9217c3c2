import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  CheckoutService,
  OrderService,
  ParkingService,
  TicketDiscountService,
  TicketService,
} from '#main/features/sales/index';
import type { SettingsService } from '#main/features/settings/index';
import type { StockLedger, StockService } from '#main/features/stock/index';
import type { NewStoreParts } from '#main/features/stores/index';
import type { Ctx } from '#main/platform/ctx';
import { likelyNotes } from '#shared/kernel/cash';
import { mulDivRound } from '#shared/kernel/money';
import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { addDays, DAY_MS, dayOf, HOUR_MS, MINUTE_MS, startOfDay } from '#shared/kernel/time';
import type { DemoGood } from './demo-goods';
import { type Basket, type Random, randomFrom, shoppersOf } from './demo-shoppers';
import type { DemoStockroomService } from './demo-stockroom.service';

/** The services that the trade of the demo store uses. */
interface TradeNeeds {
  ledger: StockLedger;
  stock: StockService;
  tickets: TicketService;
  ticketDiscounts: TicketDiscountService;
  checkout: CheckoutService;
  orders: OrderService;
  parking: ParkingService;
  settings: SettingsService;
  stockroom: DemoStockroomService;
}

/** The products by SKU. */
export type Shelf = ReadonlyMap<string, { productId: number; good: DemoGood }>;

/** The people who work in the demo store, each as the context of a call at a given time. */
export interface Crew {
  manager(now: number): Ctx;
  storekeeper(now: number): Ctx;
  cashier(now: number): Ctx;
  customerId: number | null;
}

interface Stage {
  shelf: Shelf;
  categoryIds: ReadonlyMap<string, number>;
  crew: Crew;
  places: NewStoreParts['places'];
  channelIds: NewStoreParts['channelIds'];
  random: Random;
}

type Trade = Omit<Stage, 'random'> & { start: number; end: number };

const SEED = 32;

/**
 * Plays the trade of the demo store: deliveries in the morning, sales all day, leftovers written off in the evening.
 * All of it goes through the normal services, so it contains only what could really happen.
 */
export class DemoTradeService {
  readonly #needs: TradeNeeds;

  constructor(needs: TradeNeeds) {
    this.#needs = needs;
  }

  /** Plays the days from `start` until `end` (UTC epoch ms) in the running unit of work. */
  async play({ start, end, ...scene }: Trade): Promise<void> {
    const stage: Stage = { ...scene, random: randomFrom(SEED) };
    const { timeZone } = this.#needs.settings.current;
    const lastDay = dayOf(end, timeZone);
    this.#fillStoreroom(stage, start);
    for (let day = dayOf(start, timeZone); day <= lastDay; day = addDays(day, 1)) {
      const daysAgo = Math.round((Date.parse(lastDay) - Date.parse(day)) / DAY_MS);
      if (daysAgo > 0) await this.#workInStockroom(stage, { day, daysAgo, now: this.#opening(day) });
      this.#playDay(stage, day, end);
      await nextTurn();
    }
    // A last delivery, so that there is bread on the shelf whatever the time of day.
    this.#deliver(stage, lastDay, end);
    this.#leaveOpen(stage, end);
    await this.#workInStockroom(stage, { day: lastDay, daysAgo: 0, now: end });
  }

  async #workInStockroom(
    { shelf, categoryIds, places, crew }: Stage,
    { now, ...when }: { day: string; daysAgo: number; now: number },
  ): Promise<void> {
    // Varies the minute at which the work starts from day to day.
    const begins = now - HOUR_MS + ((when.daysAgo * 7) % 12) * MINUTE_MS;
    await this.#needs.stockroom.play({ ...when, begins, shelf, categoryIds, places, crew });
  }

  /** When the shop opens on a day. */
  #opening(day: string): number {
    return startOfDay(day, this.#needs.settings.current.timeZone) + 6 * HOUR_MS;
  }

  #playDay(stage: Stage, day: string, end: number): void {
    const opens = this.#opening(day);
    const midnight = opens - 6 * HOUR_MS;
    const closes = midnight + 18 * HOUR_MS;
    if (opens < end) this.#deliver(stage, day, opens);
    const goods = [...stage.shelf.values()].map(({ good }) => good);
    for (const basket of shoppersOf(day, goods, stage.random)) {
      const now = midnight + basket.afterMidnightMs;
      if (now < end) this.#sell(stage, basket, now);
    }
    if (closes + HOUR_MS >= end) return;
    if (stage.random() < 0.4) this.#collectAnOrder(stage, closes);
    this.#throwAway(stage, closes + HOUR_MS / 2);
  }

  #fillStoreroom({ shelf, crew, places }: Stage, now: number): void {
    for (const { productId, good } of shelf.values()) {
      if (good.storeroomMilli === 0) continue;
      const at = { productId, locationId: places.storeroom, batch: null };
      this.#needs.stock.addEntry(crew.manager(now), { ...at, openingMilli: good.storeroomMilli });
    }
  }

  /** Restocks goods that are made fresh and goods that ran low, at a cost that varies a little. */
  #deliver({ shelf, crew, places, random }: Stage, day: string, now: number): void {
    const { ledger, stock } = this.#needs;
    for (const { productId, good } of shelf.values()) {
      const availableMilli = ledger.availableMilli(productId, places.shop);
      if (!good.freshDaily && availableMilli > good.parMilli * 0.18) continue;
      const missingMilli = good.parMilli - availableMilli;
      if (missingMilli < 1000) continue;
      const { shelfLifeDays } = good;
      const batch = shelfLifeDays === null ? null : batchOf(day, shelfLifeDays);
      const quantityMilli = missingMilli - (missingMilli % 1000);
      const percent = 96 + Math.floor(random() * 9);
      stock.receive(crew.manager(now), {
        productId,
        locationId: places.shop,
        batch,
        quantityMilli,
        cost: { totalMinor: mulDivRound(good.costMinor * percent, quantityMilli, 100 * MILLI_PER_UNIT) },
        reason: '',
      });
    }
  }

  #sell(stage: Stage, basket: Basket, now: number): void {
    const { ticketDiscounts, checkout } = this.#needs;
    const ctx = stage.crew.cashier(now);
    const onTicket = this.#scanAll(stage, basket, ctx);
    if (!onTicket) return;
    const { ticketId } = onTicket;
    let { totalMinor } = onTicket.totals;
    if (basket.regular) {
      const discount = { kind: 'percent' as const, milliPercent: 10_000 };
      const approved = { ...ctx, approvedBy: stage.crew.manager(now).account };
      const discounted = ticketDiscounts.discountTicket(approved, { ticketId, discount });
      totalMinor = discounted.totals.totalMinor;
    }
    checkout.complete(ctx, { ticketId, tenders: this.#tendersFor(totalMinor, basket.paysBy, stage.random) });
  }

  /** Adds the available goods of a basket to the ticket; undefined when none are available. */
  #scanAll({ shelf, places }: Stage, { items }: Basket, ctx: Ctx) {
    const { ledger, tickets } = this.#needs;
    return items
      .map(({ good, quantityMilli }) => {
        const productId = shelf.get(good.sku)?.productId;
        if (productId === undefined) return undefined;
        const isThere = ledger.availableMilli(productId, places.shop) >= quantityMilli;
        return isThere ? tickets.add(ctx, { productId, quantityMilli }) : undefined;
      })
      .findLast((change) => change !== undefined);
  }

  #tendersFor(totalMinor: number, kind: Basket['paysBy'], random: Random) {
    if (kind === 'card') return [{ kind, amountMinor: totalMinor, reference: '' }];
    const notes = likelyNotes(totalMinor, this.#needs.settings.current.currency);
    const givenMinor = notes[Math.floor(random() * notes.length)] ?? totalMinor;
    return [{ kind, amountMinor: givenMinor, reference: '' }];
  }

  /** A customer orders by phone, pays by card and collects the order at closing. */
  #collectAnOrder(stage: Stage, now: number): void {
    const order = this.#placeAnOrder(stage, { channel: 'phone', paid: true, now });
    if (order) this.#needs.orders.fulfil(stage.crew.cashier(now + 10 * MINUTE_MS), { id: order.id });
  }

  #placeAnOrder(stage: Stage, { channel, paid, now }: { channel: string; paid: boolean; now: number }) {
    const ctx = stage.crew.cashier(now);
    const channelId = stage.channelIds.get(channel);
    const onTicket = this.#scanAll(stage, this.#bigBasket(stage, now), ctx);
    if (!(onTicket && channelId)) return undefined;
    const { ticketId, totals } = onTicket;
    return this.#needs.orders.place(ctx, {
      ticketId,
      channelId,
      customerId: stage.crew.customerId,
      ...NO_DETAILS,
      tenders: paid ? this.#tendersFor(totals.totalMinor, 'card', stage.random) : [],
    });
  }

  #throwAway({ shelf, crew, places }: Stage, now: number): void {
    const { ledger } = this.#needs;
    const why = { kind: 'wasted', reason: 'Left over at closing', cause: '', causeId: null } as const;
    for (const { productId, good } of shelf.values()) {
      const leftMilli = good.freshDaily ? ledger.availableMilli(productId, places.shop) : 0;
      if (leftMilli === 0) continue;
      const from = { productId, locationId: places.shop, batchId: null, allowNegative: false };
      ledger.move({ ...why, ...from, ctx: crew.manager(now), quantityMilli: -leftMilli });
    }
  }

  /** Leaves open work for when the demo is opened: an order to pay, one to fulfil, and a parked ticket. */
  #leaveOpen(stage: Stage, now: number): void {
    this.#placeAnOrder(stage, { channel: 'phone', paid: false, now });
    this.#placeAnOrder(stage, { channel: 'online', paid: true, now });
    const ctx = stage.crew.cashier(now);
    const ticket = this.#scanAll(stage, this.#bigBasket(stage, now), ctx);
    if (ticket) this.#needs.parking.park(ctx, { ticketId: ticket.ticketId, name: 'Table 4' });
  }

  #bigBasket({ shelf, random }: Stage, now: number): Basket {
    const day = dayOf(now, this.#needs.settings.current.timeZone);
    const baskets = shoppersOf(
      day,
      [...shelf.values()].map(({ good }) => good),
      random,
    );
    return baskets.reduce((one, other) => (other.items.length > one.items.length ? other : one));
  }
}

const NO_DETAILS = {
  customerName: '',
  customerEmail: '',
  customerPhone: '',
  billingAddress: '',
  shippingAddress: '',
  note: '',
  shippingMinor: 0,
  shippingTaxRateMilliPercent: 0,
};

/** The batch of one day's delivery, such as L261121. */
function batchOf(day: string, shelfLifeDays: number) {
  return { number: `L${day.slice(2).replaceAll('-', '')}`, expiresOn: addDays(day, shelfLifeDays) };
}
