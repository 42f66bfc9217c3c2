import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { PaidPane } from '../receipt/paid-pane';
import { CategoryChips } from './category-chips';
import { FindBox } from './find-box';
import classes from './find-pane.module.css';
import { NothingFound } from './nothing-found';
import { ProductTiles } from './product-tiles';
import { useTill } from './till-context';
import { useFind } from './use-find';

const TILE_REM = 10.5;
const GAP_REM = 0.6;

/** The search box, the category chips and the matching products as tiles. */
export function FindPane() {
  const find = useFind();
  const { t } = useTranslation('sales');
  const { ref, width } = useElementSize();
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const columns = Math.max(2, Math.floor((width / rem + GAP_REM) / (TILE_REM + GAP_REM)));
  const { step } = useTill();
  // After a sale its receipt stays visible until the next search.
  const receipt = step.kind === 'paid' && !find.inTiles && find.categoryId === null ? step.receipt : null;
  const hasTiles = receipt === null && find.products.length > 0;
  return (
    <section className={classes.pane} aria-label={t('till.find.label')}>
      <FindBox find={find} columns={columns} hasTiles={hasTiles} />
      <CategoryChips chosen={find.categoryId} onChoose={find.setCategoryId} />
      <div ref={ref} className={classes.tiles}>
        {receipt && <PaidPane receipt={receipt} />}
        {hasTiles && <ProductTiles find={find} columns={columns} />}
        {!(receipt || hasTiles) && <NothingFound find={find} />}
      </div>
    </section>
  );
}
