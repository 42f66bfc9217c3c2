import { Group, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Task } from '#shared/contract/tasks';
import { taskKeys } from '../task-keys';
import { taskInWords } from '../task-words';
import { TaskFacts } from './task-facts';
import { TaskWay } from './task-way';

interface TaskPanelProps {
  task: Task;
  /** Called with the current task after it was completed or cancelled. */
  onClosed: (task: Task) => void;
  onChange: () => void;
  onClose: () => void;
}

/** A task beside the list: its details, a button to the page where it is done, and the button to complete it. */
export function TaskPanel({ task, onClosed, onChange, onClose }: TaskPanelProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const manages = useMay()('manageTasks') === 'yes';
  const [remark, setRemark] = useState('');
  const { id, version, state } = task;
  const closing = useMutation({
    mutationFn: (how: 'done' | 'cancel') =>
      how === 'done' ? rpc.tasks.done({ id, version, remark }) : rpc.tasks.cancel({ id, version }),
    onSuccess: onClosed,
  });
  const undoing = useMutation({ mutationFn: () => rpc.tasks.undo({ id, version }), onSuccess: onClose });
  const isOpen = state === 'open';
  const mayUndo = manages || (task.isMine && state === 'done');
  const tick = (): void => {
    if (!closing.isPending) closing.mutate('done');
  };
  return (
    <SidePanel title={taskInWords(t, task)} onClose={onClose}>
      <Stack>
        <TaskFacts task={task} />
        {isOpen && <TaskWay task={task} />}
        {isOpen && (task.isMine || manages) && (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              tick();
            }}
          >
            <Stack>
              <TextInput
                autoFocus
                size="md"
                label={t('tasks:remark')}
                description={t('tasks:remarkHint')}
                maxLength={500}
                value={remark}
                onChange={(event) => setRemark(event.currentTarget.value)}
              />
              <Group gap="xs">
                <KeyButton
                  keys={taskKeys.done}
                  label={t('tasks:done')}
                  icon={<IconCheck size={18} />}
                  loading={closing.isPending}
                  run={tick}
                />
                {manages && (
                  <>
                    <KeyButton
                      keys={taskKeys.change}
                      variant="default"
                      label={t('tasks:change')}
                      icon={<IconPencil size={18} />}
                      run={onChange}
                    />
                    <KeyButton
                      keys={taskKeys.cancel}
                      variant="default"
                      label={t('tasks:cancel')}
                      icon={<IconTrash size={18} />}
                      disabled={closing.isPending}
                      run={() => closing.mutate('cancel')}
                    />
                  </>
                )}
              </Group>
            </Stack>
          </form>
        )}
        {!isOpen && mayUndo && (
          <Group>
            <KeyButton
              keys={taskKeys.undo}
              autoFocus
              label={t('tasks:undo')}
              icon={<IconArrowBackUp size={18} />}
              loading={undoing.isPending}
              run={() => undoing.mutate()}
            />
          </Group>
        )}
        <RefusalNote error={closing.error ?? undoing.error} />
        {!(task.isMine || manages) && <Text c="dimmed">{t(`tasks:states.${state}`)}</Text>}
      </Stack>
    </SidePanel>
  );
}
