import { Button, Stack, Text, Title } from '@mantine/core';
import { IconFilter } from '@tabler/icons-react';
import { SidePanel } from '#renderer/ui/side-panel';
import type { AuditEntry } from '#shared/contract/audit';
import classes from './audit.module.css';
import { DifferenceTable } from './difference-table';
import { differencesOf } from './differences';
import { actionText, labelText, type Writer } from './field-text';
import { entityName } from './names';

interface AuditPanelProps {
  entry: AuditEntry;
  writer: Writer;
  /** Shows all entries of the same record; undefined where the list does so already. */
  onOnlyThis: (() => void) | undefined;
  onClose: () => void;
}

/** An entry beside the list: person, time, action, and the values before and after. */
export function AuditPanel({ entry, writer, onOnlyThis, onClose }: AuditPanelProps) {
  const { t, format } = writer;
  const { at, by, approvedBy, entity, entityId, before, after } = entry;
  const differences = differencesOf(writer, entry);
  const label = labelText(writer, entry);
  const facts: [name: string, value: string][] = [
    [t('audit:panel.when'), format.dateTime(at)],
    [t('audit:panel.by'), by?.name ?? t('audit:nobody')],
    ...(approvedBy ? [[t('audit:panel.approvedBy'), approvedBy.name] as [string, string]] : []),
    [t('audit:panel.thing'), [entityName(entity), label].filter(Boolean).join(': ')],
  ];
  return (
    <SidePanel title={actionText(writer, entry)} onClose={onClose}>
      <Stack>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <FactPair key={name} name={name} value={value} />
          ))}
        </dl>
        {entityId !== null && onOnlyThis && (
          <Button
            variant="default"
            w="fit-content"
            leftSection={<IconFilter size={18} />}
            onClick={onOnlyThis}
          >
            {t('audit:panel.onlyThis')}
          </Button>
        )}
        <div>
          <Title order={3} size="h5" mb={6}>
            {t(`audit:panel.${kindOf(before, after)}`)}
          </Title>
          {differences.length > 0 ? (
            <DifferenceTable differences={differences} />
          ) : (
            <Text c="dimmed">{t(before && after ? 'audit:panel.same' : 'audit:panel.nothing')}</Text>
          )}
        </div>
      </Stack>
    </SidePanel>
  );
}

function FactPair({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function kindOf(before: object | null, after: object | null): 'difference' | 'added' | 'removed' {
  if (before && after) return 'difference';
  return before ? 'removed' : 'added';
}
