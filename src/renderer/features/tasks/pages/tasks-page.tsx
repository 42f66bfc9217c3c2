import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconArrowBackUp, IconChecklist, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '#shared/contract/tasks';
import { DataTable } from '../../../components/data-table';
import { DoneNote } from '../../../components/done-note';
import { EmptyState } from '../../../components/empty-state';
import { KeyButton } from '../../../components/key-button';
import { Page } from '../../../components/page';
import { RefusalNote } from '../../../components/refusal-note';
import { useFormat } from '../../../lib/format';
import { usePageKeys } from '../../../lib/keys';
import { rpc } from '../../../lib/rpc';
import { useMay } from '../../../lib/session';
import { taskColumns } from '../list/task-columns';
import { TaskDialog } from '../list/task-dialog';
import { TaskPanel } from '../list/task-panel';
import { taskKeys } from '../task-keys';
import { listTasksOptions, type TaskView } from '../task-queries';
import { taskInWords } from '../task-words';

/** What is to be done: one's own first, by day; who gives tasks sees everybody's. */
export function TasksPage() {
  const { t } = useTranslation(['tasks', 'common']);
  const format = useFormat();
  const manages = useMay()('manageTasks') === 'yes';
  const views: readonly TaskView[] = manages ? ['mine', 'open', 'done'] : ['mine', 'done'];
  const [view, setView] = useState<TaskView>(manages ? 'open' : 'mine');
  const [openId, setOpenId] = useState<number | null>(null);
  const [dialog, setDialog] = useState<{ task?: Task } | null>(null);
  const [closed, setClosed] = useState<Task | null>(null);
  const list = useInfiniteQuery(listTasksOptions(view));
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.rows) ?? [], [list.data]);
  const first = list.data?.pages[0];
  const open = rows.find(({ id }) => id === openId);
  const small = useMediaQuery('(max-width: 75em)', false, { getInitialValueInEffect: false });
  const shown = { narrow: small || open !== undefined, closed: view === 'done' };
  const { narrow, closed: showsClosed } = shown;
  const columns = useMemo(
    () => taskColumns(t, format, { narrow, closed: showsClosed }),
    [t, format, narrow, showsClosed],
  );
  const undoing = useMutation({
    mutationFn: ({ id, version }: Task) => rpc.tasks.undo({ id, version }),
    onSuccess: () => setClosed(null),
  });
  useSeen(rows);
  const show = (next: TaskView): void => {
    setView(next);
    setOpenId(null);
  };
  const nextView = (): void => show(views[(views.indexOf(view) + 1) % views.length] ?? 'mine');
  usePageKeys([{ keys: taskKeys.view, label: t('tasks:next'), run: nextView }]);
  const count = showsClosed ? 'closed' : 'open';
  return (
    <Page
      title={t('tasks:title')}
      actions={
        manages && (
          <KeyButton
            keys={taskKeys.begin}
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
      <Group justify="space-between">
        <SegmentedControl
          size="md"
          aria-label={t('tasks:view')}
          data={views.map((value) => ({ value, label: t(`tasks:views.${value}`) }))}
          value={view}
          onChange={show}
        />
        {first && (
          <Text size="sm" c="dimmed" role="status">
            {first.totalIsExact
              ? t(`tasks:${count}`, { count: first.total })
              : t(`tasks:${count}More`, { total: format.count(first.total) })}
          </Text>
        )}
      </Group>
      <RefusalNote error={list.error ?? undoing.error} />
      {closed && (
        <Group wrap="nowrap" align="stretch">
          <DoneNote>
            {t(closed.state === 'done' ? 'tasks:ticked' : 'tasks:takenBack', {
              what: taskInWords(t, closed),
            })}
          </DoneNote>
          <Button
            variant="default"
            h="auto"
            leftSection={<IconArrowBackUp size={18} />}
            loading={undoing.isPending}
            onClick={() => undoing.mutate(closed)}
          >
            {t('tasks:undo')}
          </Button>
        </Group>
      )}
      <DataTable
        label={t('tasks:list')}
        columns={columns}
        rows={rows}
        getRowId={({ id }) => id}
        selectedId={open?.id ?? null}
        onOpen={({ id }) => setOpenId(id)}
        loading={list.isPending}
        loadMore={list.hasNextPage ? list.fetchNextPage : undefined}
        emptyState={
          <EmptyState
            icon={<IconChecklist size={36} />}
            title={t(showsClosed ? 'tasks:emptyClosedTitle' : 'tasks:emptyTitle')}
            hint={emptyHint()}
          />
        }
      />
      {dialog && (
        <TaskDialog
          task={dialog.task}
          onDone={() => {
            setDialog(null);
            if (manages && view === 'done') show('open');
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </Page>
  );

  function emptyHint(): string {
    if (showsClosed) return t('tasks:emptyClosedHint');
    return manages ? t('tasks:emptyManagerHint', { key: taskKeys.begin }) : t('tasks:emptyHint');
  }
}

/** Notes that the tasks on the screen were seen by whoever they are given to. */
function useSeen(rows: readonly Task[]): void {
  const { mutate } = useMutation({ mutationFn: (ids: number[]) => rpc.tasks.see({ ids }) });
  const unseen = rows.filter(({ isMine, state, seenAt }) => isMine && state === 'open' && seenAt === null);
  const ids = unseen.map(({ id }) => id).join();
  useEffect(() => {
    if (ids !== '') mutate(ids.split(',').map(Number));
  }, [ids, mutate]);
}
