import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { HolderInput } from '#shared/contract/issues';
import type { StockEntry } from '#shared/contract/stock';
import { orpc, rpc } from '../../../lib/rpc';
import { type ActionDraft, batchOf, type StockAction } from './stock-action';

interface Deed {
  action: StockAction;
  productId: number;
  draft: ActionDraft;
  quantityMilli: number;
}

/** What was done, for the sentence that says so. */
export interface Done {
  /** Where it was done, or where goods left. */
  place: { id: number; name: string };
  /** Where goods went. */
  to?: string;
  /** The document's number. */
  number?: string;
}

/** Does what was entered, and has the stock that is shown asked for anew. */
export function useStockAction(onDone: (done: Done, deed: Deed) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: (done, deed) => {
      void queries.invalidateQueries({ queryKey: orpc.stock.key() });
      onDone(done, deed);
    },
  });
}

async function carryOut({ action, productId, draft, quantityMilli }: Deed): Promise<Done> {
  const { reason, batchId } = draft;
  const entryId = draft.entryId ?? 0;
  const locationId = draft.locationId ?? 0;
  const place = { productId, locationId, batch: batchOf(draft) };
  const unitCostMinor = draft.unitCostMinor ?? undefined;
  const lines = [{ productId, quantityMilli, batchId: batchId === 'any' ? undefined : batchId }];
  switch (action) {
    case 'receive':
      return atEntry(await rpc.stock.receive({ ...place, quantityMilli, unitCostMinor, reason }));
    case 'begin':
      return atEntry(await rpc.stock.addEntry({ ...place, openingMilli: quantityMilli, unitCostMinor }));
    case 'adjust':
      return atEntry(await rpc.stock.adjust({ entryId, onHandMilli: quantityMilli, reason }));
    case 'waste':
      return atEntry(await rpc.stock.waste({ entryId, quantityMilli, reason }));
    case 'issue': {
      const holder = await holderOf(draft.holderName.trim());
      const { number, holder: taker } = await rpc.issues.issue({ locationId, holder, note: reason, lines });
      return { place: { id: locationId, name: '' }, to: taker?.name ?? '', number: number ?? '' };
    }
    case 'transfer': {
      const way = { fromLocationId: locationId, toLocationId: draft.toLocationId ?? 0 };
      const { from, to, number } = await rpc.transfers.sendNow({ ...way, note: reason, lines });
      return { place: from, to: to.name, number: number ?? '' };
    }
  }
}

/** Somebody of the store by that name, or whoever is called so. */
async function holderOf(name: string): Promise<HolderInput> {
  const holders = await rpc.issues.holders({ search: name });
  const accountId = holders.find((holder) => holder.name === name)?.accountId;
  return accountId ? { accountId } : { name };
}

function atEntry({ locationId, locationName }: StockEntry): Done {
  return { place: { id: locationId, name: locationName } };
}
