import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { Task } from '#shared/contract/tasks';
import { whoseInWords } from '../task-words';

/** All details of a task. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation(['tasks', 'common']);
  const format = useFormat();
  const byAt = (by: { name: string } | null, at: number | null): string =>
    by && at !== null ? t('tasks:facts.byAt', { name: by.name, at: format.dateTime(at) }) : '';
  const day = task.dueOn === null ? t('tasks:noDay') : format.day(task.dueOn);
  const facts = [
    ['whose', whoseInWords(t, task)],
    ['due', task.overdue ? t('tasks:overdue', { day }) : day],
    ['note', task.kind === 'other' ? '' : task.text],
    ['given', byAt(task.createdBy, task.createdAt)],
    ['seen', byAt(task.seenBy, task.seenAt) || t('tasks:notSeen')],
    ['closed', byAt(task.closedBy, task.closedAt)],
    ['remark', task.remark],
  ] as const;
  return (
    <Stack gap="xs">
      {facts.map(
        ([name, words]) =>
          words !== '' && (
            <div key={name}>
              <Text size="sm" c="dimmed">
                {t(`tasks:facts.${name}`)}
              </Text>
              <Text style={{ overflowWrap: 'anywhere' }}>{words}</Text>
            </div>
          ),
      )}
    </Stack>
  );
}
