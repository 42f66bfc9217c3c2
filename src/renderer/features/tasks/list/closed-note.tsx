import { Button, Group } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { DoneNote } from '#renderer/ui/done-note';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Task } from '#shared/contract/tasks';
import { taskInWords } from '../task-words';

/** A note that a task was completed or cancelled, with a button to reopen it. */
export function ClosedNote({ task, onUndone }: { task: Task; onUndone: () => void }) {
  const { t } = useTranslation(['tasks', 'common']);
  const undoing = useMutation({
    mutationFn: ({ id, version }: Task) => rpc.tasks.undo({ id, version }),
    onSuccess: onUndone,
  });
  const said = task.state === 'done' ? 'tasks:doneTask' : 'tasks:cancelledTask';
  return (
    <>
      <RefusalNote error={undoing.error} />
      <Group wrap="nowrap" align="stretch">
        <DoneNote>{t(said, { what: taskInWords(t, task) })}</DoneNote>
        <Button
          variant="default"
          h="auto"
          leftSection={<IconArrowBackUp size={18} />}
          loading={undoing.isPending}
          onClick={() => undoing.mutate(task)}
        >
          {t('tasks:undo')}
        </Button>
      </Group>
    </>
  );
}
