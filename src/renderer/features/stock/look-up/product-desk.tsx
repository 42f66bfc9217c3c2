import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/lib/session';
import { HistoryDialog } from '#renderer/parts/history/history-dialog';
import { ProductStock } from '#renderer/parts/product-stock';
import type { Product } from '#shared/contract/catalogue';
import { isPossible, isTyped } from '../actions/stock-action';
import { StockActionForm } from '../actions/stock-action-form';
import { useActionChoices } from '../actions/use-action-choices';
import classes from './look-up.module.css';
import { LookUpActions } from './look-up-actions';
import { LookedUpProduct } from './looked-up-product';
import type { LookUp } from './use-look-up';

interface ProductDeskProps {
  product: Product;
  lookUp: LookUp;
  /** Returns the focus to the search box. */
  toBox: () => void;
}

/** The shown product, its actions, and its stock by location. */
export function ProductDesk({ product, lookUp, toBox }: ProductDeskProps) {
  const { t } = useTranslation('stock');
  const seesStock = useMay()('seeQuantities') === 'yes';
  const [history, setHistory] = useState(false);
  const choices = useActionChoices(product.id);
  const { open, shown, hereId } = lookUp;
  return (
    <>
      <LookedUpProduct product={product} />
      {open && choices && (isTyped(open.entered) || isPossible(open.action, choices)) ? (
        <StockActionForm
          key={`${product.id}-${open.action}`}
          action={open.action}
          product={product}
          choices={choices}
          meant={{ hereId, batch: shown?.batch }}
          entered={open.entered}
          countedMilli={open.countedMilli}
          onEntered={lookUp.enter}
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
          productId={product.id}
          choices={choices}
          onAction={lookUp.start}
          onHistory={() => setHistory(true)}
        />
      )}
      {seesStock && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable with the keyboard
        <section className={classes.stock} aria-label={t('lookUp.stockByLocation')} tabIndex={0}>
          <ProductStock product={product} hereId={hereId} large />
        </section>
      )}
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
