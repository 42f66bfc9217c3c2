import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import type { Writer } from './field-text';

/** The formatter for values of the audit log, with the names of people and categories for their ids. */
export function useWriter(): Writer {
  const { t } = useTranslation(['audit', 'common', 'people-accounts', 'settings', 'tasks']);
  const format = useFormat();
  const { data: people } = useQuery(orpc.people.listPeople.queryOptions());
  const { data: categories } = useQuery(orpc.catalogue.listCategories.queryOptions());
  return useMemo(() => {
    const persons = new Map(people?.map(({ id, name }) => [id, name]));
    const byCategory = new Map(categories?.map(({ id, name }) => [id, name]));
    const sources: Record<string, ReadonlyMap<number, string>> = {
      accountId: persons,
      cashierId: persons,
      categoryId: byCategory,
      parentId: byCategory,
    };
    return { t, format, nameOf: (field, id) => sources[field]?.get(id) };
  }, [t, format, people, categories]);
}
