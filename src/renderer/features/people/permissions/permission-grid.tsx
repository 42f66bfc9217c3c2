import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type Permission, roles } from '#shared/contract/common';
import type { Grant } from '#shared/permissions';
import { GrantChoice } from './grant-choice';
import { GrantMark } from './grant-mark';
import { type Area, areas, cellOf, type PermissionCell } from './permission-areas';
import classes from './permission-grid.module.css';

interface PermissionGridProps {
  cells: readonly PermissionCell[];
  /** Called with the change of a cell; undefined for people who may only read. */
  onChange: ((cell: PermissionCell, grant: Grant | null) => void) | undefined;
}

/** The table of roles and permissions, by area. */
export function PermissionGrid({ cells, onChange }: PermissionGridProps) {
  const { t } = useTranslation(['people-accounts', 'common']);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: read-only it has no button, and must be scrollable by keyboard
    <section className={classes.scroll} aria-label={t('people-accounts:permissions.table')} tabIndex={0}>
      <Table className={classes.grid} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('people-accounts:permissions.permission')}</Table.Th>
            {roles.map((role) => (
              <Table.Th key={role} scope="col">
                {t(`common:roles.${role}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {(Object.keys(areas) as Area[]).map((area) => (
            <Fragment key={area}>
              <Table.Tr className={classes.area}>
                <Table.Th scope="rowgroup" colSpan={roles.length + 1}>
                  {t(`people-accounts:permissions.areas.${area}`)}
                </Table.Th>
              </Table.Tr>
              {areas[area].map((permission) => (
                <PermissionRow key={permission} permission={permission} cells={cells} onChange={onChange} />
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function PermissionRow({ permission, cells, onChange }: PermissionGridProps & { permission: Permission }) {
  const { t } = useTranslation('people-accounts');
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {t(`permissions.names.${permission}`)}
        <Text c="dimmed" fz="sm">
          {t(`permissions.hints.${permission}`)}
        </Text>
      </Table.Th>
      {roles.map((role) => {
        const cell = cellOf(cells, role, permission);
        return (
          <Table.Td key={role}>
            {cell &&
              (cell.changeable && onChange ? (
                <GrantChoice cell={cell} onChange={(grant) => onChange(cell, grant)} />
              ) : (
                <ReadOnlyCell cell={cell} />
              ))}
          </Table.Td>
        );
      })}
    </Table.Tr>
  );
}

function ReadOnlyCell({ cell: { now, byDefault } }: { cell: PermissionCell }) {
  const { t } = useTranslation('people-accounts');
  return (
    <>
      <GrantMark grant={now} />
      {now !== byDefault && (
        <Text fz="sm" c="dimmed">
          {t('permissions.changedFrom', { grant: t(`permissions.grants.${byDefault}`) })}
        </Text>
      )}
    </>
  );
}
