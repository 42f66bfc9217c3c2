import { useMediaQuery } from '@mantine/hooks';
import { IconChecklist, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { useRows } from '#renderer/lib/paged';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { useListFilter } from '#renderer/parts/use-list-filter';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { ListCount } from '#renderer/ui/list-count';
import { Page } from '#renderer/ui/page';
import { PagedTable } from '#renderer/ui/paged-table';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { type Task, type TaskState, taskState } from '#shared/contract/tasks';
import { ClosedNote } from '../list/closed-note';
import { taskColumns } from '../list/task-columns';
import { TaskDialog } from '../list/task-dialog';
import { TaskFilters } from '../list/task-filters';
import { TaskPanel } from '../list/task-panel';
import { taskKeys } from '../task-keys';
import { listTasksOptions, type TaskFilter } from '../task-queries';

/** The tasks of the signed-in person and their role, by day; people who manage tasks see all of them. */
export function TasksPage() {
  const { t } = useTranslation(['tasks', 'common']);
  const format = useFormat();
  const manages = useMay()('manageTasks') === 'yes';
  const { filter, setFilter, box, scanning } = useListFilter<TaskFilter>(
    { state: 'open', mineOnly: !manages },
    taskKeys.find,
  );
  const [openId, setOpenId] = useState<number | null>(null);
  const [dialog, setDialog] = useState<{ task?: Task } | null>(null);
  const [closed, setClosed] = useState<Task | null>(null);
  const list = useInfiniteQuery(listTasksOptions(useDeferredValue(filter)));
  const rows = useRows(list);
  const open = rows.find(({ id }) => id === openId);
  const small = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const narrow = small || open !== undefined;
  const showsClosed = filter.state !== 'open';
  const columns = useMemo(
    () => taskColumns(t, format, { narrow, closed: showsClosed }),
    [t, format, narrow, showsClosed],
  );
  useSeen(rows);
  const show = (next: TaskFilter): void => {
    setFilter(next);
    setOpenId(null);
  };
  const { state, mineOnly, search = '' } = filter;
  usePageKeys([
    {
      keys: taskKeys.state,
      label: t('tasks:nextState'),
      run: () => show({ ...filter, state: after(state) }),
    },
  ]);
  return (
    <Page
      title={t('tasks:title')}
      actions={
        manages && (
          <KeyButton
            keys={taskKeys.start}
            label={t('tasks:new')}
            icon={<IconPlus size={20} />}
            run={() => setDialog({})}
          />
        )
      }
      aside={
        open && (
          <TaskPanel
            key={open.id}
            task={open}
            onClosed={(task) => {
              setClosed(task);
              setOpenId(null);
            }}
            onChange={() => setDialog({ task: open })}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      <TaskFilters
        filter={filter}
        onChange={show}
        box={box}
        onEnter={() => setOpenId(rows[0]?.id ?? null)}
        seesOthers={manages}
      />
      <RefusalNote error={scanning.error ?? list.error} onDismiss={scanning.reset} />
      {closed && <ClosedNote key={closed.id} task={closed} onUndone={() => setClosed(null)} />}
      <ListCount
        page={list.data?.pages[0]}
        say={(count) => t('tasks:total', { count })}
        sayMore={(total) => t('tasks:totalMore', { total })}
      />
      <PagedTable
        list={list}
        label={t('tasks:list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={open?.id ?? null}
        onOpen={({ id }) => setOpenId(id)}
        emptyState={<EmptyState icon={<IconChecklist size={36} />} {...emptyWords()} />}
      />
      {dialog && (
        <TaskDialog
          task={dialog.task}
          onDone={() => {
            setDialog(null);
            if (showsClosed) show({ ...filter, state: 'open' });
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );

  function emptyWords(): { title: string; hint: string } {
    if (search !== '' || (manages && mineOnly)) {
      return { title: t('tasks:noMatchTitle'), hint: t('tasks:noMatchHint') };
    }
    if (showsClosed) return { title: t('tasks:emptyClosedTitle'), hint: t('tasks:emptyClosedHint') };
    const hint = manages ? t('tasks:emptyManagerHint', { key: taskKeys.start }) : t('tasks:emptyHint');
    return { title: t('tasks:emptyTitle'), hint };
  }
}

/** The next state; the first follows the last. */
function after(state: TaskState): TaskState {
  const { options } = taskState;
  return options[(options.indexOf(state) + 1) % options.length] ?? state;
}

/** Marks the tasks on screen as seen if they are assigned to the signed-in person. */
function useSeen(rows: readonly Task[]): void {
  const { mutate } = useMutation({ mutationFn: (ids: number[]) => rpc.tasks.see({ ids }) });
  const unseen = rows.filter(({ isMine, state, seenAt }) => isMine && state === 'open' && seenAt === null);
  const ids = unseen.map(({ id }) => id).join();
  useEffect(() => {
    if (ids !== '') mutate(ids.split(',').map(Number));
  }, [ids, mutate]);
}
