import { Alert, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LabelDrawing } from '#shared/contract/labels';
import type { LabelRow } from './label-list';

interface LabelProblemsProps {
  rows: readonly LabelRow[];
  drawings: ReadonlyArray<LabelDrawing | undefined>;
}

const SAID_AT_MOST = 5;

/** Lists the labels that lack something, and what to do; renders nothing if there are none. */
export function LabelProblems({ rows, drawings }: LabelProblemsProps) {
  const { t } = useTranslation('labels');
  const troubled = rows.flatMap(({ item, copies }, index) => {
    const troubles = copies > 0 ? (drawings[index]?.troubles ?? []) : [];
    return troubles.length > 0 ? [{ name: item.name, key: `${item.of} ${item.id}`, troubles }] : [];
  });
  if (troubled.length === 0) return null;
  const rest = troubled.length - SAID_AT_MOST;
  return (
    <Alert
      role="status"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('trouble.title', { count: troubled.length })}
    >
      <List size="sm" spacing={4}>
        {troubled
          .slice(0, SAID_AT_MOST)
          .flatMap(({ name, key, troubles }) =>
            troubles.map(({ kind, detail }) => (
              <List.Item key={`${key} ${kind}`}>{t(`trouble.${kind}`, { name, detail })}</List.Item>
            )),
          )}
        {rest > 0 && <List.Item>{t('trouble.more', { count: rest })}</List.Item>}
      </List>
    </Alert>
  );
}
