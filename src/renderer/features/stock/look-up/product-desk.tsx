import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Product } from '#shared/contract/catalogue';
import { HistoryDialog } from '../../../components/history/history-dialog';
import { ProductStock } from '../../../components/product-stock';
import { orpc } from '../../../lib/rpc';
import { useMay } from '../../../lib/session';
import { StockActionForm } from '../actions/stock-action-form';
import { LookUpActions } from './look-up-actions';
import { LookedUpProduct } from './looked-up-product';
import type { LookUp } from './use-look-up';

interface ProductDeskProps {
  product: Product;
  lookUp: LookUp;
  /** Gives the focus back to the box. */
  toBox: () => void;
}

/** The product that is shown, what can be done with it, and where it lies. */
export function ProductDesk({ product, lookUp, toBox }: ProductDeskProps) {
  const seesStock = useMay()('seeQuantities') === 'yes';
  const [history, setHistory] = useState(false);
  const input = seesStock ? { productId: product.id, limit: 500 } : skipToken;
  const { data: entries } = useQuery(orpc.stock.listEntries.queryOptions({ input }));
  const { data: places } = useQuery(
    orpc.stock.listLocations.queryOptions({ input: seesStock ? undefined : skipToken }),
  );
  const { open } = lookUp;
  return (
    <>
      <LookedUpProduct product={product} />
      {open && entries && places ? (
        <StockActionForm
          key={`${product.id}-${open.action}`}
          action={open.action}
          product={product}
          entries={entries.rows}
          places={places}
          quantityMilli={open.quantityMilli}
          scansCount
          onQuantity={lookUp.setQuantity}
          onDone={(sentence) => {
            lookUp.done(sentence);
            toBox();
          }}
          onCancel={() => {
            lookUp.cancel();
            toBox();
          }}
        />
      ) : (
        <LookUpActions
          isStocked={(entries?.rows.length ?? 0) > 0}
          onAction={lookUp.begin}
          onHistory={() => setHistory(true)}
        />
      )}
      {seesStock && <ProductStock product={product} />}
      {history && (
        <HistoryDialog
          product={product}
          onClose={() => {
            setHistory(false);
            toBox();
          }}
        />
      )}
    </>
  );
}
