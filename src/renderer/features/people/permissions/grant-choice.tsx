import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconPencil, IconRestore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { approvablePermissions, type Grant } from '#shared/permissions';
import { GrantMark } from './grant-mark';
import type { PermissionCell } from './permission-areas';
import classes from './permission-grid.module.css';

interface GrantChoiceProps {
  cell: PermissionCell;
  /** Null restores the default. */
  onChange: (grant: Grant | null) => void;
}

/** A menu of grants for a permission of a role that the store may change. */
export function GrantChoice({ cell, onChange }: GrantChoiceProps) {
  const { t } = useTranslation(['people-accounts', 'common']);
  const { role, permission, now, byDefault } = cell;
  const changed = now !== byDefault;
  const choices: Grant[] = approvablePermissions.includes(permission)
    ? ['yes', 'approval', 'no']
    : ['yes', 'no'];
  const words = {
    role: t(`common:roles.${role}`),
    permission: t(`people-accounts:permissions.names.${permission}`),
    grant: t(`people-accounts:permissions.grants.${now}`),
    changed: t('people-accounts:permissions.changed'),
    usual: t(`people-accounts:permissions.grants.${byDefault}`),
  };
  return (
    <Menu
      position="bottom-start"
      width="max-content"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton
          className={classes.choice}
          data-changed={changed || undefined}
          aria-label={t(
            changed ? 'people-accounts:permissions.cellChanged' : 'people-accounts:permissions.cell',
            words,
          )}
        >
          <span className={classes.open}>
            <GrantMark grant={now} />
            <IconChevronDown size={16} aria-hidden />
          </span>
          {changed && (
            <span className={classes.changed}>
              <IconPencil size={14} aria-hidden />
              {t('people-accounts:permissions.changed')}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((grant) => (
          <Menu.Item
            key={grant}
            aria-current={grant === now}
            fw={grant === now ? 650 : undefined}
            onClick={() => onChange(grant === byDefault ? null : grant)}
          >
            <GrantMark grant={grant} />
          </Menu.Item>
        ))}
        {changed && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconRestore size={18} />} onClick={() => onChange(null)}>
              {t('people-accounts:permissions.backToDefault', { grant: words.usual })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
