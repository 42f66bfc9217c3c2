import { Group, Text } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { TwoLines } from '#renderer/ui/two-lines';
import type { AuditEntry } from '#shared/contract/audit';
import { changeInShort } from './differences';
import { actionText, labelText, type Writer } from './field-text';
import { entityName } from './names';

/**
 * The columns of the audit log.
 * @param narrow true while an entry is open beside the list, which then shows who made the change and what changed
 */
export function auditColumns(writer: Writer, narrow: boolean): DataColumn<AuditEntry>[] {
  const { t, format } = writer;
  const always: DataColumn<AuditEntry>[] = [
    {
      id: 'at',
      header: t('audit:columns.at'),
      width: narrow ? '7.5rem' : '10rem',
      spare: 1,
      cell: ({ at }) =>
        narrow ? <TwoLines first={format.day(at)} second={format.time(at)} /> : format.dateTime(at),
    },
    {
      id: 'action',
      header: t('audit:columns.action'),
      wraps: true,
      width: 'minmax(7rem, 1.4fr)',
      cell: (entry) => actionText(writer, entry),
    },
    {
      id: 'label',
      header: t('audit:columns.label'),
      width: 'minmax(7rem, 1.2fr)',
      cell: (entry) => labelText(writer, entry) || entityName(entry.entity),
    },
  ];
  const by: DataColumn<AuditEntry> = {
    id: 'by',
    header: t('audit:columns.by'),
    width: 'minmax(6rem, 1fr)',
    spare: 2,
    cell: (entry) => <Who entry={entry} writer={writer} />,
  };
  const change: DataColumn<AuditEntry> = {
    id: 'change',
    header: t('audit:columns.change'),
    width: 'minmax(8rem, 2fr)',
    spare: 3,
    cell: (entry) => (
      <Text inherit c="dimmed" truncate>
        {changeInShort(writer, entry)}
      </Text>
    ),
  };
  const [when, ...what] = always;
  return narrow || !when ? always : [when, by, ...what, change];
}

/** The person who did it, with a mark if another person approved it. */
function Who({ entry: { by, approvedBy }, writer: { t } }: { entry: AuditEntry; writer: Writer }) {
  const name = by?.name ?? t('audit:nobody');
  if (!approvedBy) return name;
  return (
    <Group gap={6} wrap="nowrap">
      <Text inherit truncate>
        {name}
      </Text>
      <IconShieldCheck
        size={18}
        style={{ flex: 'none' }}
        role="img"
        aria-label={t('audit:approved', { name: approvedBy.name })}
      />
    </Group>
  );
}
