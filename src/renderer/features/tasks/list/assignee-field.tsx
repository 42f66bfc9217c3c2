import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { SearchSelect } from '#renderer/ui/search-select';
import { roles } from '#shared/contract/common';
import type { TaskDraft } from './task-draft';

interface AssigneeFieldProps {
  assignee: TaskDraft['assignee'];
  onChange: (assignee: TaskDraft['assignee']) => void;
}

/** The assignee of a task: a role, or one person. */
export function AssigneeField({ assignee, onChange }: AssigneeFieldProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const { data: people = [] } = useQuery(orpc.tasks.assignees.queryOptions());
  const working = roles.filter((role) => role !== 'customer');
  const data = [
    {
      group: t('tasks:dialog.roles'),
      items: working.map((role) => ({ value: `role ${role}`, label: t(`common:roles.${role}`) })),
    },
    {
      group: t('tasks:dialog.people'),
      items: people.map(({ id, name }) => ({ value: `person ${id}`, label: name })),
    },
  ];
  return (
    <SearchSelect
      label={t('tasks:dialog.whose')}
      nothingFoundMessage={t('tasks:dialog.nothingFound')}
      data={data}
      value={'role' in assignee ? `role ${assignee.role}` : `person ${assignee.accountId}`}
      onChange={(value) => {
        const role = working.find((one) => value === `role ${one}`);
        const person = people.find(({ id }) => value === `person ${id}`);
        if (role) onChange({ role });
        else if (person) onChange({ accountId: person.id });
      }}
    />
  );
}
