import { Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { DayField } from '#renderer/ui/day-field';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { type Task, taskKind } from '#shared/contract/tasks';
import { AssigneeField } from './assignee-field';
import { draftOf, inputOf, type TaskDraft } from './task-draft';
import { TaskGoods } from './task-goods';

interface TaskDialogProps {
  /** The task to change; undefined for a new one. */
  task?: Task | undefined;
  onDone: (task: Task) => void;
  onClose: () => void;
}

/** Creates a task for a person or a role, or changes one. */
export function TaskDialog({ task, onDone, onClose }: TaskDialogProps) {
  const { t } = useTranslation('tasks');
  const [draft, setDraft] = useState<TaskDraft>(() => draftOf(task));
  const { data: places = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const saving = useMutation({
    mutationFn: () => {
      const { kind, ...fields } = inputOf(draft);
      return task
        ? rpc.tasks.change({ id: task.id, version: task.version, ...fields })
        : rpc.tasks.create({ kind, ...fields });
    },
    onSuccess: onDone,
  });
  const { kind } = draft;
  const needsPlace = kind === 'count' && draft.locationId === null;
  const [saysMissing, submit] = useCompleteSubmit(!needsPlace);
  return (
    <FormDialog
      title={t(task ? 'dialog.change' : 'dialog.new')}
      submitLabel={t(task ? 'dialog.save' : 'dialog.give')}
      size="lg"
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => saving.mutate())}
      onClose={onClose}
    >
      <Group grow align="flex-start">
        <Select
          data-autofocus={task === undefined || undefined}
          label={t('dialog.kind')}
          allowDeselect={false}
          disabled={task !== undefined}
          data={taskKind.options.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
          value={kind}
          onChange={(value) => {
            const chosen = taskKind.options.find((one) => one === value);
            if (chosen) setDraft({ ...draft, kind: chosen });
          }}
        />
        <AssigneeField assignee={draft.assignee} onChange={(assignee) => setDraft({ ...draft, assignee })} />
        <DayField
          clearable
          label={t('dialog.due')}
          placeholder={t('noDay')}
          value={draft.dueOn}
          onChange={(dueOn) => setDraft({ ...draft, dueOn })}
        />
      </Group>
      {kind !== 'other' && (
        <TaskGoods
          draft={draft}
          places={places}
          saysMissing={saysMissing && needsPlace}
          onChange={setDraft}
        />
      )}
      <TextInput
        label={t(kind === 'other' ? 'dialog.what' : 'dialog.note')}
        maxLength={500}
        value={draft.text}
        onChange={(event) => setDraft({ ...draft, text: event.currentTarget.value })}
      />
    </FormDialog>
  );
}
