import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ListFilters } from '#renderer/parts/list-filters';
import { ChoiceFilter } from '#renderer/ui/choice-filter';
import { taskState } from '#shared/contract/tasks';
import type { TaskFilter } from '../task-queries';

interface TaskFiltersProps {
  filter: TaskFilter;
  onChange: (filter: TaskFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the box. */
  onEnter: () => void;
  /** Whether the person sees other people's tasks, which can be filtered out. */
  seesOthers: boolean;
}

/** Filters by words, state and assignee: all tasks, or those of the signed-in person and their role. */
export function TaskFilters({ seesOthers, ...filtering }: TaskFiltersProps) {
  const { t } = useTranslation(['tasks', 'common']);
  const { filter, onChange } = filtering;
  return (
    <ListFilters {...filtering} findPlaceholder={t('tasks:findPlaceholder')}>
      <ChoiceFilter
        label={t('common:filters.state')}
        choices={taskState.options.map((state) => ({ value: state, label: t(`tasks:states.${state}`) }))}
        value={filter.state}
        onChange={(state = 'open') => onChange({ ...filter, state })}
      />
      {seesOthers && (
        <ChoiceFilter
          label={t('tasks:columns.whose')}
          any={t('tasks:everyone')}
          choices={[{ value: 'mine', label: t('tasks:mine') }]}
          value={filter.mineOnly ? 'mine' : undefined}
          onChange={(whose) => onChange({ ...filter, mineOnly: whose === 'mine' })}
        />
      )}
    </ListFilters>
  );
}
