import { Alert, Group, List, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Job, LogBreak } from '#shared/contract/jobs';

/** The outcome of a log check: that the log is intact, or where it is broken. */
export function LogCheckEnd({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const outcome = useLogCheckOutcome()(job);
  const sentenceOf = useBreakSentence();
  const { unchecked = 0 } = job.summary;
  const note = unchecked > 0 && (
    <Text size="sm">{t('logCheck.unchecked', { count: unchecked, entries: format.count(unchecked) })}</Text>
  );
  if (job.breaks.length === 0) {
    return (
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck color="var(--mantine-color-green-text)" style={{ flex: 'none' }} aria-hidden />
          <Text>{outcome}</Text>
        </Group>
        {note}
      </Stack>
    );
  }
  return (
    <Alert role="group" color="red" variant="light" icon={<IconAlertCircle aria-hidden />} title={outcome}>
      <Stack gap={6}>
        <ScrollArea.Autosize mah="9rem" type="auto" viewportProps={{ tabIndex: 0 }}>
          <List aria-label={t('logCheck.places')}>
            {job.breaks.map((place) => (
              <List.Item key={JSON.stringify(place)}>{sentenceOf(place)}</List.Item>
            ))}
          </List>
        </ScrollArea.Autosize>
        {note}
        <Text size="sm">{t('logCheck.todo')}</Text>
      </Stack>
    </Alert>
  );
}

/** Returns a function that says in a sentence how a log check ended. */
export function useLogCheckOutcome(): (job: Job) => string {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  return ({ breaks, summary: { entries = 0 } }) =>
    breaks.length > 0
      ? t('logCheck.broken')
      : t('logCheck.intact', { count: entries, entries: format.count(entries) });
}

/** Returns a function that says in a sentence where the log is broken; entries are numbered as in the CSV file. */
function useBreakSentence(): (place: LogBreak) => string {
  const { t } = useTranslation('jobs');
  return (place) => {
    if (place.kind !== 'missing') return t(`logCheck.${place.kind}`, { entry: place.entryId });
    const { fromId: from, toId: to } = place;
    return t('logCheck.missing', { count: to - from + 1, from, to });
  };
}
