import { useMutation } from '@tanstack/react-query';
import { rpc } from '#renderer/lib/rpc';
import type { HolderInput } from '#shared/contract/issues';
import type { StockEntry } from '#shared/contract/stock';
import { type ActionDraft, batchOf, costOf, type StockAction } from './stock-action';

/** An action with its input. */
export interface StockChange {
  action: StockAction;
  productId: number;
  draft: ActionDraft;
  quantityMilli: number;
}

/** The result of an action, for the sentence that reports it. */
interface Done {
  /** The location of the action, or where goods left. */
  locationId: number;
  /** The location or person goods went to, or the person they came from. */
  partner?: string;
  /** The document's number. */
  number?: string;
  /** The affected batch. */
  batch?: string;
}

/** Carries out an action; the event of its change makes the stock that is shown stale. */
export function useStockAction(onDone: (done: Done, change: StockChange) => void) {
  return useMutation({ mutationFn: carryOut, onSuccess: onDone });
}

async function carryOut({ action, productId, draft, quantityMilli }: StockChange): Promise<Done> {
  const { reason, batchId } = draft;
  const entryId = draft.entryId ?? 0;
  const locationId = draft.locationId ?? 0;
  const place = { productId, locationId, batch: batchOf(draft) };
  const cost = costOf(draft);
  const lines = [{ productId, quantityMilli, batchId: batchId === 'any' ? undefined : batchId }];
  switch (action) {
    case 'receive':
      return atEntry(await rpc.stock.receive({ ...place, quantityMilli, cost, reason }));
    case 'opening':
      return atEntry(await rpc.stock.addEntry({ ...place, openingMilli: quantityMilli, cost }));
    case 'adjust':
      return atEntry(await rpc.stock.adjust({ entryId, onHandMilli: quantityMilli, reason }));
    case 'waste':
      return atEntry(await rpc.stock.waste({ entryId, quantityMilli, reason }));
    case 'transfer': {
      const way = { fromLocationId: locationId, toLocationId: draft.toLocationId ?? 0 };
      const { from, to, number } = await rpc.transfers.postNow({ ...way, note: reason, lines });
      return { locationId: from.id, partner: to.name, number: number ?? '' };
    }
    case 'issue': {
      const holder = await holderNamed(draft.holderName.trim());
      const issued = await rpc.issues.postNow({ locationId, holder, note: reason, lines });
      return { locationId: locationId, partner: issued.holder?.name ?? '', number: issued.number ?? '' };
    }
    case 'return': {
      const issueLineId = draft.issueLineId ?? 0;
      const back = await rpc.issues.returnGoods({ issueLineId, locationId, quantityMilli, reason });
      return { locationId: locationId, partner: back.holder.name, number: back.number };
    }
  }
}

function atEntry({ locationId, batchNumber }: StockEntry): Done {
  return { locationId: locationId, batch: batchNumber ?? '' };
}

/** The account with this name, else the name as it was used before, else a new name. */
async function holderNamed(name: string): Promise<HolderInput> {
  const found = await rpc.issues.holders({ search: name });
  const known = found.find((holder) => holder.name.toLowerCase() === name.toLowerCase());
  return known?.accountId ? { accountId: known.accountId } : { name: known?.name ?? name };
}
