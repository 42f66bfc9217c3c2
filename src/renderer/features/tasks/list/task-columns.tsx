import { Badge, Group, Text } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendarExclamation,
  IconCheck,
  IconClipboardCheck,
  IconSparkles,
  IconTransfer,
} from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { Format } from '#renderer/lib/format';
import type { DataColumn } from '#renderer/ui/data-table-row';
import type { Task, TaskKind } from '#shared/contract/tasks';
import { taskInWords, whoseInWords } from '../task-words';

type Say = TFunction<readonly ['tasks', 'common']>;

const ICONS = {
  count: IconClipboardCheck,
  restock: IconTransfer,
  'check expiry': IconCalendarExclamation,
  other: IconCheck,
} as const satisfies Record<TaskKind, typeof IconCheck>;

interface Shown {
  narrow: boolean;
  /** Whether the list shows completed or cancelled tasks, with the person who closed them instead of who saw them. */
  closed: boolean;
}

/** The columns of the list of tasks. */
export function taskColumns(t: Say, format: Format, { narrow, closed }: Shown): DataColumn<Task>[] {
  const columns: (DataColumn<Task> | false)[] = [
    {
      id: 'what',
      header: t('tasks:columns.what'),
      width: 'minmax(12rem, 3fr)',
      cell: (task) => <What task={task} t={t} narrow={narrow} />,
    },
    {
      id: 'whose',
      header: t('tasks:columns.whose'),
      wraps: true,
      width: 'minmax(7.5rem, 1.2fr)',
      spare: 2,
      cell: (task) => whoseInWords(t, task),
    },
    !(narrow && closed) && {
      id: 'due',
      header: t('tasks:columns.due'),
      wraps: true,
      width: narrow ? '8.5rem' : '13.5rem',
      spare: 1,
      cell: (task) => <Due task={task} t={t} format={format} />,
    },
    !(narrow || closed) && {
      id: 'seen',
      header: t('tasks:columns.seen'),
      width: 'minmax(7.5rem, 1.2fr)',
      spare: 3,
      cell: ({ seenBy }) => seenBy?.name ?? t('tasks:notSeen'),
    },
    closed && {
      id: 'closed',
      header: t('tasks:columns.closed'),
      wraps: true,
      width: 'minmax(8rem, 1.6fr)',
      spare: 1,
      cell: ({ state, closedBy }) => `${t(`tasks:states.${state}`)}, ${closedBy?.name ?? ''}`,
    },
  ];
  return columns.filter((column) => column !== false);
}

function What({ task, t, narrow }: { task: Task; t: Say; narrow: boolean }) {
  const Icon = ICONS[task.kind];
  const words = taskInWords(t, task);
  return (
    <Group gap="xs" wrap="nowrap">
      <Icon size={18} aria-hidden style={{ flex: 'none' }} />
      <Text span inherit lineClamp={narrow ? 2 : 1} title={words} style={{ whiteSpace: 'normal' }}>
        {words}
      </Text>
      {task.isMine && task.state === 'open' && task.seenAt === null && (
        <Badge
          variant="light"
          radius="sm"
          tt="none"
          flex="none"
          leftSection={<IconSparkles size={14} aria-hidden />}
        >
          {t('tasks:fresh')}
        </Badge>
      )}
    </Group>
  );
}

function Due({ task, t, format }: { task: Task; t: Say; format: Format }) {
  const { dueOn, overdue } = task;
  if (dueOn === null) return t('tasks:noDay');
  if (!overdue) return format.day(dueOn);
  const words = t('tasks:overdue', { day: format.day(dueOn) });
  return (
    <Group gap={4} wrap="nowrap" c="red">
      <IconAlertTriangle size={16} aria-hidden style={{ flex: 'none' }} />
      <Text span inherit>
        {words}
      </Text>
    </Group>
  );
}
