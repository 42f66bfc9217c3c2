import { Group } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconBox, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { useMay, useSession } from '#renderer/lib/session';
import { useExport } from '#renderer/parts/jobs/use-export';
import { isFiltered } from '#renderer/parts/list-filters';
import { DataTable } from '#renderer/ui/data-table';
import type { Sort } from '#renderer/ui/data-table-head';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useScanCall } from '#renderer/ui/use-scan-call';
import { catalogueKeys } from '../catalogue-keys';
import { ProductPanel } from '../product/product-panel';
import { ImportLink } from '../products/import-link';
import { type ListPage, ListPager } from '../products/list-pager';
import { NewProductPanel } from '../products/new-product-panel';
import { productColumns } from '../products/product-columns';
import { ProductFilters } from '../products/product-filters';
import { SelectionBar } from '../products/selection-bar';
import { UnknownCode } from '../products/unknown-code';
import { type ShownProduct, useShownProduct } from '../products/use-shown-product';
import { listProductsOptions, type ProductFilter } from '../queries';

const FIRST_PAGE: ListPage = { offset: 0, limit: 100 };
const NOTHING: ReadonlySet<number> = new Set();

/** The products, with search while typing, filters, sorting and bulk changes; a row opens beside the list. */
export function ProductsPage() {
  const { code } = useSearch({ strict: false });
  return <Products key={code ?? ''} code={code} />;
}

function Products({ code }: { code: string | undefined }) {
  const { t } = useTranslation(['catalogue', 'common']);
  const format = useFormat();
  const may = useMay();
  const mayEdit = may('editCatalogue') === 'yes';
  const withCost = may('seeCost') === 'yes';
  const withQuantities = may('seeQuantities') === 'yes';
  const forCustomer = useSession().account.role === 'customer';
  const [filter, setFilter] = useState<ProductFilter>({});
  const [page, setPage] = useState(FIRST_PAGE);
  const [ticked, setTicked] = useState(NOTHING);
  const box = useRef<HTMLInputElement>(null);
  const shown = useShownProduct(mayEdit ? code : undefined);
  const list = useQuery(listProductsOptions(useDeferredValue(filter), page));
  const rows = list.data?.rows ?? [];
  const small = useMediaQuery('(max-width: 75em)', true, { getInitialValueInEffect: false });
  const narrow = small || shown.now !== null;
  const compact = small && shown.now !== null;
  const columns = useMemo(
    () =>
      productColumns(t, format, {
        narrow,
        compact,
        withCost: withCost && !compact,
        withQuantities,
        forCustomer,
      }),
    [t, format, narrow, withCost, withQuantities, forCustomer, compact],
  );
  const changeFilter = (next: ProductFilter): void => {
    setFilter(next);
    setPage({ ...page, offset: 0 });
  };
  const scanning = useScanCall(async (scanned) => {
    const { product } = await rpc.scanning.product(scanned);
    await shown.open(product.id);
  });
  const file = useExport('productExport', catalogueKeys.exportList, () =>
    rpc.catalogue.exportProducts(filter),
  );
  usePageKeys([{ keys: catalogueKeys.find, label: t('products.find'), run: () => box.current?.focus() }]);
  const filtered = isFiltered(filter);
  return (
    <Page
      title={t('products.title')}
      actions={
        <>
          {mayEdit && <ImportLink />}
          {withQuantities && file.button}
          {mayEdit && (
            <KeyButton
              keys={catalogueKeys.add}
              label={t('products.add')}
              icon={<IconPlus size={20} />}
              run={() => void shown.start(undefined)}
            />
          )}
        </>
      }
      aside={
        <Beside
          shown={shown}
          onLeft={() => {
            shown.show(null);
            box.current?.focus();
          }}
        />
      }
    >
      <ProductFilters
        filter={filter}
        onChange={changeFilter}
        box={box}
        compact={compact}
        forCustomer={forCustomer}
        onEnter={() => rows[0] && void shown.open(rows[0].id)}
      />
      <RefusalNote error={list.error} />
      {file.note}
      <UnknownCode
        error={scanning.error}
        onDismiss={scanning.reset}
        onAdd={(unknown) => {
          scanning.reset();
          void shown.start(unknown);
        }}
      />
      <DataTable
        label={t('products.list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={shown.now?.kind === 'product' ? shown.now.id : null}
        onOpen={({ id }) => void shown.open(id)}
        {...(mayEdit ? { selection: { ids: ticked, onChange: setTicked } } : {})}
        sort={sortShown(filter)}
        onSort={(sort: Sort[]) => changeFilter({ ...filter, sort: sort as ProductFilter['sort'] })}
        loading={list.isPending}
        emptyState={
          <EmptyState
            icon={<IconBox size={36} />}
            title={t(filtered ? 'products.noMatchTitle' : 'products.emptyTitle')}
            hint={filtered ? t('products.noMatchHint') : t('products.emptyHint', { key: catalogueKeys.add })}
          />
        }
      />
      <Group justify="space-between" gap="sm">
        {mayEdit ? <SelectionBar ids={ticked} rows={rows} onClear={() => setTicked(NOTHING)} /> : <span />}
        {list.data && (
          <ListPager
            page={page}
            onChange={setPage}
            shown={rows.length}
            total={list.data.total}
            totalIsExact={list.data.totalIsExact}
          />
        )}
      </Group>
    </Page>
  );
}

interface BesideProps {
  shown: ShownProduct;
  /** Called when a new product was discarded, so there is no row to return to. */
  onLeft: () => void;
}

/** The panel beside the list: a product or a new product. */
function Beside({ shown, onLeft }: BesideProps) {
  const { now, editor } = shown;
  if (now === null) return null;
  if (now.kind === 'product') {
    return (
      <ProductPanel
        key={now.id}
        id={now.id}
        editor={editor}
        onClose={() => void shown.close()}
        onDeleted={() => shown.show(null)}
      />
    );
  }
  const close = async (): Promise<void> => {
    if (await shown.close()) onLeft();
  };
  return (
    <NewProductPanel
      key={now.code ?? ''}
      code={now.code}
      editor={editor}
      onMade={({ id }) => shown.show(id)}
      onClose={() => void close()}
      onLeft={onLeft}
    />
  );
}

/** The columns that the list is sorted by. Without a chosen order, a search shows the best match first. */
function sortShown({ sort, search = '' }: ProductFilter): Sort[] {
  if (sort) return sort.map(({ by, descending = false }) => ({ by, descending }));
  return search === '' ? [{ by: 'name', descending: false }] : [];
}
