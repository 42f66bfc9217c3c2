import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { moveInGrid } from '#renderer/lib/grid-moves';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import type { ProductRow } from '#shared/contract/catalogue';
import { findProductsOptions } from '../queries';
import { type FindText, isPrintedCode, readFindText } from './find-text';
import { useTill } from './till-context';
import { useLineCommands } from './use-line-commands';

export interface Find extends FindText {
  categoryId: number | null;
  setCategoryId: (id: number | null) => void;
  products: ProductRow[];
  isPending: boolean;
  error: unknown;
  loadMore: () => void;
  /** The index of the tile that Enter adds: the first, unless the arrows moved to another. */
  active: number;
  /** Whether the arrows act on the tiles: the box has words, or the arrows already moved there. */
  inTiles: boolean;
  setText: (text: string) => void;
  /** Moves among the tiles in a grid with this many columns; returns false when the key does not move there. */
  move: (key: string, columns: number) => boolean;
  pick: (product: ProductRow) => void;
  /** Handles Enter: adds the active tile, or submits a typed barcode as a scan. */
  enter: () => Promise<void>;
}

/** The state of the search box: its query, the products found and the active one. */
export function useFind(): Find {
  const till = useTill();
  const queries = useQueryClient();
  const { add } = useLineCommands();
  const [categoryId, setCategoryId] = useState<number | null>(null);
  const [moved, setMoved] = useState<number | null>(null);
  const { quantityMilli, words } = readFindText(till.findText);
  const options = findProductsOptions({ text: words, categoryId });
  const query = useInfiniteQuery(options);
  const products = query.data?.pages.flatMap((page) => page.rows) ?? [];
  const active = Math.min(moved ?? 0, Math.max(products.length - 1, 0));

  const setText = (text: string): void => {
    till.setFindText(text);
    setMoved(null);
  };

  /** The product that Enter adds. If typing was faster than the search, waits for the results first. */
  const likely = async (): Promise<ProductRow | undefined> => {
    if (!query.isPlaceholderData) return products[active];
    const { pages } = await queries.fetchInfiniteQuery(options);
    return pages[0]?.rows[0];
  };

  return {
    quantityMilli,
    words,
    categoryId,
    setCategoryId: (id) => {
      setCategoryId(id);
      setMoved(null);
    },
    products,
    isPending: query.isPending,
    error: query.error,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
    },
    active,
    inTiles: words !== '' || moved !== null,
    setText,
    move: (key, columns) => {
      const next = products.length > 0 ? moveInGrid(key, active, { count: products.length, columns }) : null;
      if (next === null) return false;
      setMoved(moved === null && words === '' ? active : next);
      return true;
    },
    pick: (product) => {
      add(product, quantityMilli);
      setMoved(null);
    },
    enter: async () => {
      if (isPrintedCode(words)) {
        setText(till.findText.slice(0, till.findText.lastIndexOf(words)));
        scanDispatcher.submit(words, 'typed');
        return;
      }
      if (words === '' && moved === null) return;
      const product = await likely();
      if (product) {
        add(product, quantityMilli);
        setMoved(null);
      }
    },
  };
}
