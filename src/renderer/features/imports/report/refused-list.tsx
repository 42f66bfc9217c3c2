import { List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { LateLoader } from '#renderer/ui/late-loader';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useProblemSentence } from '../preview/use-problem-sentence';

const SHOWN = 50;
const CELL_SEPARATOR = ' · ';

/** The first refused rows, each with its line and all its problems. */
export function RefusedList({ importId }: { importId: number }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const say = useProblemSentence();
  const refused = useQuery(orpc.imports.refusedRows.queryOptions({ input: { importId, limit: SHOWN } }));
  if (refused.error) return <RefusalNote error={refused.error} />;
  if (!refused.data) return <LateLoader />;
  const { rows, total } = refused.data;
  return (
    <div>
      <Title order={3} size="h5" mb={4}>
        {t('report.rows')}
      </Title>
      <List listStyleType="none" spacing="xs" aria-label={t('report.rows')}>
        {rows.map(({ line, cells, problems }) => (
          <List.Item key={line}>
            <Stack gap={0}>
              <Text fw={600}>{t('report.line', { line: format.count(line) })}</Text>
              <Text size="sm">{problems.map(say).join(' ')}</Text>
              <Text size="sm" c="dimmed" lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
                {cells.filter(Boolean).join(CELL_SEPARATOR)}
              </Text>
            </Stack>
          </List.Item>
        ))}
      </List>
      {total > rows.length && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('report.more', { shown: format.count(rows.length), total: format.count(total) })}
        </Text>
      )}
    </div>
  );
}
