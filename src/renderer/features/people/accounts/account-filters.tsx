import { Group, Select, Switch } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ListSearch } from '#renderer/ui/list-search';
import { type Role, role as roleSchema } from '#shared/contract/common';
import type { AccountFilter } from './account-queries';

interface AccountFiltersProps {
  filter: AccountFilter;
  onChange: (filter: AccountFilter) => void;
  roles: readonly Role[];
  /** Only admins see deleted accounts. */
  seesDeleted: boolean;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
}

const ALL = 'all';

/** Searches by name, and filters by role or deleted accounts. */
export function AccountFilters(props: AccountFiltersProps) {
  const { filter, onChange, roles, seesDeleted, box, onEnter } = props;
  const { t } = useTranslation(['people-accounts', 'common']);
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="1 1 16rem"
        label={t('people-accounts:search')}
        placeholder={t('people-accounts:searchPlaceholder')}
        value={filter.search}
        onChange={(search) => onChange({ ...filter, search })}
        onEnter={onEnter}
      />
      <Select
        flex="0 1 12rem"
        label={t('people-accounts:role')}
        data={[
          { value: ALL, label: t('people-accounts:allRoles') },
          ...roles.map((role) => ({ value: role, label: t(`common:roles.${role}`) })),
        ]}
        value={filter.role ?? ALL}
        onChange={(value) => onChange({ ...filter, role: roleSchema.safeParse(value).data })}
      />
      {seesDeleted && (
        <Switch
          mih={36}
          styles={{ body: { alignItems: 'center', minHeight: 36 } }}
          label={t('people-accounts:showDeleted')}
          checked={filter.deleted}
          onChange={(event) => onChange({ ...filter, deleted: event.currentTarget.checked })}
        />
      )}
    </Group>
  );
}
