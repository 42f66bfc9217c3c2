import { Button, Group, MultiSelect } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { isFiltered } from '#renderer/parts/list-filters';
import { DayField } from '#renderer/ui/day-field';
import { ListSearch } from '#renderer/ui/list-search';
import { SearchSelect } from '#renderer/ui/search-select';
import { productStatus } from '#shared/contract/catalogue';
import { CategorySelect } from '../categories/category-select';
import type { ProductFilter } from '../queries';

interface ProductFiltersProps {
  filter: ProductFilter;
  onChange: (filter: ProductFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
  /** Shows only the box, where there is no room for more. */
  compact: boolean;
  /** Leaves out the filters that mean nothing to a customer. */
  forCustomer: boolean;
}

/** A search box for any part of name, SKU, barcode or description, and the filters of the list. */
export function ProductFilters(props: ProductFiltersProps) {
  const { filter, onChange, box, onEnter, compact, forCustomer } = props;
  const { t } = useTranslation('catalogue');
  const { search = '', categoryId } = filter;
  return (
    // Aligned at the top, so that an error below one field does not move the others.
    <Group gap="sm" align="flex-start">
      <ListSearch
        box={box}
        flex="2 1 16rem"
        label={t('products.find')}
        placeholder={t('products.findPlaceholder')}
        value={search}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      {!compact && (
        <CategorySelect
          flex="1 1 12rem"
          label={t('products.category')}
          noneLabel={t('products.allCategories')}
          categoryId={categoryId ?? null}
          onPick={(id) => onChange({ ...filter, categoryId: id ?? undefined })}
        />
      )}
      {!(compact || forCustomer) && <StaffFilters filter={filter} onChange={onChange} />}
      {isFiltered(filter) && (
        <Button
          variant="subtle"
          style={{ alignSelf: 'flex-end' }}
          leftSection={<IconFilterOff size={18} />}
          onClick={() => onChange({})}
        >
          {t('products.clearFilters')}
        </Button>
      )}
    </Group>
  );
}

/** The filters for people who keep the list: status, and who created a product and when. */
function StaffFilters({ filter, onChange }: Pick<ProductFiltersProps, 'filter' | 'onChange'>) {
  const { t } = useTranslation('catalogue');
  const may = useMay();
  const seesPeople = may('seeQuantities') !== 'no' || may('readAudit') !== 'no';
  const { data: people = [] } = useQuery(
    orpc.people.listPeople.queryOptions({ retry: false, enabled: seesPeople }),
  );
  const { statuses = [], createdById, createdFrom } = filter;
  return (
    <>
      <MultiSelect
        flex="1 1 10rem"
        label={t('products.status')}
        placeholder={statuses.length === 0 ? t('products.allStatuses') : undefined}
        data={productStatus.options.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        value={statuses}
        onChange={(values) =>
          onChange({
            ...filter,
            statuses: productStatus.options.filter((status) => values.includes(status)),
          })
        }
      />
      {seesPeople && (
        <SearchSelect
          flex="1 1 9rem"
          label={t('products.createdBy')}
          placeholder={t('products.anyone')}
          clearable
          data={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={createdById === undefined ? null : String(createdById)}
          onChange={(value) =>
            onChange({ ...filter, createdById: value === null ? undefined : Number(value) })
          }
        />
      )}
      <DayField
        flex="1 1 8rem"
        label={t('products.createdSince')}
        placeholder={t('products.anyDay')}
        clearable
        value={createdFrom ?? null}
        onChange={(day) => onChange({ ...filter, createdFrom: day ?? undefined })}
      />
    </>
  );
}
