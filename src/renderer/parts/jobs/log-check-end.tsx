import { Alert, Group, List, ScrollArea, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Job, LogBreak } from '#shared/contract/jobs';
import { MOST_LOG_BREAKS } from '#shared/kernel/log-breaks';

/** The outcome of a log check: that the log is intact, or where it is broken. */
export function LogCheckEnd({ job }: { job: Job }) {
  const outcome = useLogCheckOutcome()(job);
  if (job.breaks.length === 0) {
    return (
      <Stack gap={6}>
        <Group gap="xs" wrap="nowrap">
          <IconCircleCheck color="var(--mantine-color-green-text)" style={{ flex: 'none' }} aria-hidden />
          <Text>{outcome}</Text>
        </Group>
        <Notes job={job} />
      </Stack>
    );
  }
  return (
    <Alert role="group" color="red" variant="light" icon={<IconAlertCircle aria-hidden />} title={outcome}>
      <Stack gap={6}>
        <Places breaks={job.breaks} />
        <Notes job={job} />
      </Stack>
    </Alert>
  );
}

function Places({ breaks }: Pick<Job, 'breaks'>) {
  const { t } = useTranslation('jobs');
  const sentenceOf = useBreakSentence();
  return (
    <ScrollArea.Autosize mah="9rem" type="auto" viewportProps={{ tabIndex: 0 }}>
      <List size="sm" aria-label={t('logCheck.places')} style={{ columnWidth: '17rem' }}>
        {breaks.map((place) => (
          <List.Item key={JSON.stringify(place)}>{sentenceOf(place)}</List.Item>
        ))}
      </List>
    </ScrollArea.Autosize>
  );
}

/** What else there is to know about a check: what it leaves open, what to do, and when it was. */
function Notes({ job: { breaks, summary, endedAt } }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const { unchecked = 0 } = summary;
  const notes = [
    breaks.length >= MOST_LOG_BREAKS && t('logCheck.more', { count: MOST_LOG_BREAKS }),
    unchecked > 0 && t('logCheck.unchecked', { count: unchecked, entries: format.count(unchecked) }),
    breaks.length > 0 && t('logCheck.todo'),
    endedAt !== null && t('logCheck.at', { at: format.dateTime(endedAt) }),
  ];
  return <Text size="sm">{notes.filter(Boolean).join(' ')}</Text>;
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
