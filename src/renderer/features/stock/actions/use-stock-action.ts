import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { StockEntry } from '#shared/contract/stock';
import { orpc, rpc } from '../../../lib/rpc';
import { type ActionDraft, batchOf, type StockAction } from './stock-action';

interface Entered {
  action: StockAction;
  productId: number;
  draft: ActionDraft;
  quantityMilli: number;
}

/** Does what was entered, and has the stock that is shown asked for anew. */
export function useStockAction(onDone: (entry: StockEntry, entered: Entered) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: carryOut,
    onSuccess: (entry, entered) => {
      void queries.invalidateQueries({ queryKey: orpc.stock.key() });
      onDone(entry, entered);
    },
  });
}

function carryOut({ action, productId, draft, quantityMilli }: Entered): Promise<StockEntry> {
  const { reason } = draft;
  const entryId = draft.entryId ?? 0;
  const place = { productId, locationId: draft.locationId ?? 0, batch: batchOf(draft) };
  const unitCostMinor = draft.unitCostMinor ?? undefined;
  switch (action) {
    case 'receive':
      return rpc.stock.receive({ ...place, quantityMilli, unitCostMinor, reason });
    case 'begin':
      return rpc.stock.addEntry({ ...place, openingMilli: quantityMilli, unitCostMinor });
    case 'adjust':
      return rpc.stock.adjust({ entryId, onHandMilli: quantityMilli, reason });
    case 'waste':
      return rpc.stock.waste({ entryId, quantityMilli, reason });
  }
}
