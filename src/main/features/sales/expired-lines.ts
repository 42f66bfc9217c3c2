import type { SettingsService } from '#main/features/settings/index';
import { isExpired, type Plan, ShelfService, shelfRules, type Wanted } from '#main/features/stock/index';
import type { Connection } from '#main/platform/work/connections';
import type { TicketLine } from '#shared/contract/sales-documents';
import { dayOf } from '#shared/kernel/time';
import type { OpenTicket } from './open-ticket';
import { prepareTicketReads, type TicketLineRow } from './ticket.queries';

export type ExpiredGoods = TicketLine['expired'];

/** Finds the lines of a ticket that would currently take from an expired batch. Works on either connection. */
export class ExpiredLines {
  readonly #shelves: ShelfService;
  readonly #reads;
  readonly #settings: SettingsService;

  constructor(connection: Connection, settings: SettingsService) {
    this.#shelves = new ShelfService(connection);
    this.#reads = prepareTicketReads(connection);
    this.#settings = settings;
  }

  /** One entry for each line of the ticket, in line order. */
  ofTicket({ row, lines }: OpenTicket, now: number): ExpiredGoods[] {
    const locationId = this.#reads.sellingLocation.get(row.tillId);
    if (locationId === undefined) return lines.map(() => null);
    const found = new Map<TicketLineRow, ExpiredGoods>();
    for (const productId of new Set(lines.map((line) => line.productId))) {
      const alike = lines.filter((line) => line.productId === productId);
      this.#ofProduct({ productId, locationId }, alike, now).forEach((expired, index) => {
        const line = alike[index];
        if (line) found.set(line, expired);
      });
    }
    return lines.map((line) => found.get(line) ?? null);
  }

  /** For one line of a ticket. */
  ofLine({ row, lines }: OpenTicket, lineId: number, now: number): ExpiredGoods {
    const line = lines.find(({ id }) => id === lineId);
    const locationId = this.#reads.sellingLocation.get(row.tillId);
    if (!line || locationId === undefined) return null;
    const { productId } = line;
    const alike = lines.filter((one) => one.productId === productId);
    return this.#ofProduct({ productId, locationId }, alike, now)[alike.indexOf(line)] ?? null;
  }

  #ofProduct(
    place: { productId: number; locationId: number },
    lines: readonly TicketLineRow[],
    now: number,
  ): ExpiredGoods[] {
    const settings = this.#settings.current;
    const today = dayOf(now, settings.timeZone);
    const { firstExpiry } = this.#shelves.level(place);
    if (firstExpiry === null || firstExpiry >= today) return [];
    const { keepExpiredBefore } = shelfRules(settings, now);
    const plans = this.#shelves.plan(place, lines.map(wantedOf), keepExpiredBefore);
    return plans.map((plan) => expiredGoods(plan, today));
  }
}

/** The stock that a line requests. */
export function wantedOf({
  quantityMilli,
  batchId,
}: Pick<TicketLineRow, 'quantityMilli' | 'batchId'>): Wanted {
  return { quantityMilli, batchId: batchId ?? undefined };
}

/** Lines with a chosen batch first, then the others; each group keeps its order. */
export function chosenFirst<Line extends Pick<TicketLineRow, 'batchId'>>(lines: readonly Line[]): Line[] {
  return [
    ...lines.filter(({ batchId }) => batchId !== null),
    ...lines.filter(({ batchId }) => batchId === null),
  ];
}

/** The first expired batch that a line would take from, as a window shows it. */
export function expiredGoods(plan: Plan | undefined, today: string): ExpiredGoods {
  const shelf = plan?.shares.find((share) => isExpired(share.shelf, today))?.shelf;
  if (!shelf) return null;
  const { batchNumber, expiresOn } = shelf;
  return batchNumber === null || expiresOn === null ? null : { batchNumber, expiresOn };
}
