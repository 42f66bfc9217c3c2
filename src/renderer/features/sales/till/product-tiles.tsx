import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ProductTile } from './product-tile';
import classes from './product-tiles.module.css';
import type { Find } from './use-find';

export const TILES_ID = 'till-tiles';

/** The id by which the search box refers to the tile that Enter adds. */
export function tileId(index: number): string {
  return `till-tile-${index}`;
}

const ROW_ESTIMATE_PX = 150;
const ROWS_BESIDES = 3;

/** The matching products as rows of tiles. Only visible rows are rendered; more are loaded ahead of scrolling. */
export function ProductTiles({ find, columns }: { find: Find; columns: number }) {
  const { t } = useTranslation('sales');
  const scroller = useRef<HTMLDivElement>(null);
  const { products, active, inTiles, loadMore } = find;
  const rows = Math.ceil(products.length / columns);
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_ESTIMATE_PX,
    overscan: ROWS_BESIDES,
  });
  const items = virtual.getVirtualItems();
  const lastRow = items.at(-1)?.index ?? 0;
  const activeRow = Math.floor(active / columns);
  // If no product has a picture, the tiles reserve no space for one.
  const pictures = products.some(({ imageHash }) => imageHash !== null);

  useEffect(() => {
    if (rows > 0 && lastRow >= rows - ROWS_BESIDES) loadMore();
  });
  useEffect(() => {
    virtual.scrollToIndex(activeRow, { align: 'auto' });
  }, [virtual, activeRow]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      const product = products[active];
      if (product) find.pick(product);
    } else if (!find.move(event.key, columns)) {
      return;
    }
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      id={TILES_ID}
      className={classes.scroller}
      role="listbox"
      tabIndex={0}
      aria-label={t('till.find.results')}
      aria-activedescendant={inTiles ? tileId(active) : undefined}
      onKeyDown={onKeyDown}
    >
      <div className={classes.sheet} style={{ height: virtual.getTotalSize() }} role="presentation">
        {items.map(({ index: row, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={row}
            className={classes.row}
            role="presentation"
            style={{
              transform: `translateY(${start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {products.slice(row * columns, (row + 1) * columns).map((product, column) => (
              <ProductTile
                key={product.id}
                id={tileId(row * columns + column)}
                product={product}
                active={inTiles && row * columns + column === active}
                withPicture={pictures}
                onPick={find.pick}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
