import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { categoryPaths } from '#renderer/lib/category-paths';
import { orpc } from '#renderer/lib/rpc';
import { SearchSelect } from '#renderer/ui/search-select';
import type { ImportChoices } from '#shared/contract/imports';

interface LocationOfProps {
  choices: ImportChoices;
  onChange: (changes: Partial<ImportChoices>) => void;
}

const NONE = 'none';

/** The category of new products, and the location of their opening stock. */
export function LocationOf({ choices, onChange }: LocationOfProps) {
  const { t } = useTranslation('imports');
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const open = locations.filter(({ closedAt }) => closedAt === null);
  const { categoryId, locationId, fields } = choices;
  return (
    <>
      <SearchSelect
        label={t('choices.category')}
        data={[
          { value: NONE, label: t('choices.noCategory') },
          ...categoryPaths(categories).map(({ id, path }) => ({ value: String(id), label: path })),
        ]}
        value={categoryId === null ? NONE : String(categoryId)}
        onChange={(value) =>
          onChange({ categoryId: value === null || value === NONE ? null : Number(value) })
        }
      />
      {fields.includes('stock') && (
        <Select
          label={t('choices.location')}
          allowDeselect={false}
          data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={locationId === null ? null : String(locationId)}
          onChange={(value) => value !== null && onChange({ locationId: Number(value) })}
        />
      )}
    </>
  );
}
