import { ActionIcon, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { IconDownload, IconPlayerStop, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Job } from '#shared/contract/jobs';
import { JobFailure } from './job-failure';
import { percentOf, saveJobFile } from './job-queries';
import { LogCheckEnd } from './log-check-end';

interface JobRowProps {
  job: Job;
  /** Called when the job was dismissed, so that the caller can move the focus. */
  onGone?: () => void;
}

/** One background job: its progress, the button that stops it, and its result. */
export function JobRow({ job, onGone }: JobRowProps) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const save = useMutation({ mutationFn: () => saveJobFile(job.id) });
  const dismiss = useMutation({
    mutationFn: () => rpc.jobs.dismiss({ id: job.id }),
    onSuccess: () => onGone?.(),
  });
  const name = useJobName()(job);
  const row = useFocusAtEnd(job);
  return (
    <Stack ref={row} gap={6} role="group" aria-label={name} tabIndex={-1}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {name}
        </Text>
        {job.state === 'running' ? (
          <StopKey job={job} />
        ) : (
          <Group gap="xs" wrap="nowrap">
            {job.hasFile && (
              <Button
                variant="default"
                leftSection={<IconDownload size={18} />}
                loading={save.isPending}
                onClick={() => save.mutate()}
              >
                {t('save')}
              </Button>
            )}
            <ActionIcon
              color="gray"
              size={44}
              aria-label={t('dismiss', { name })}
              onClick={() => dismiss.mutate()}
            >
              <IconX size={18} />
            </ActionIcon>
          </Group>
        )}
      </Group>
      {job.state === 'running' ? (
        <JobProgress job={job} name={name} />
      ) : (
        <>
          <JobEnd job={job} />
          {job.fileIsGone && <Text size="sm">{t('fileGone')}</Text>}
          <Text size="sm" c="dimmed">
            {t('startedAt', { at: format.dateTime(job.startedAt) })}
          </Text>
        </>
      )}
      <RefusalNote error={save.error ?? dismiss.error} />
    </Stack>
  );
}

/** Returns a function that names a job by its kind and its subject. */
export function useJobName(): (job: Job) => string {
  const { t } = useTranslation('jobs');
  return ({ kind, label }) =>
    label === '' ? t(`kinds.${kind}`) : t('named', { kind: t(`kinds.${kind}`), label });
}

/** The stop button disappears when the job ends; if it had the focus, the focus moves to the job's row. */
function useFocusAtEnd({ state }: Job): RefObject<HTMLDivElement | null> {
  const row = useRef<HTMLDivElement>(null);
  const wasRunning = useRef(state === 'running');
  useEffect(() => {
    const hasEnded = wasRunning.current && state !== 'running';
    wasRunning.current = state === 'running';
    if (hasEnded && document.activeElement === document.body) row.current?.focus();
  }, [state]);
  return row;
}

function StopKey({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const stop = useMutation({ mutationFn: () => rpc.jobs.cancel({ id: job.id }) });
  return (
    <Button
      variant="default"
      leftSection={<IconPlayerStop size={18} />}
      loading={stop.isPending || stop.isSuccess}
      onClick={() => stop.mutate()}
    >
      {t('stop')}
    </Button>
  );
}

function JobProgress({ job, name }: { job: Job; name: string }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  const percent = percentOf(job);
  const done = format.count(job.done);
  const progressText = (): string => {
    if (job.total === null) return t('doneOf', { done });
    return job.kind === 'backup'
      ? t('percent', { percent: done })
      : t('progress', { done, total: format.count(job.total) });
  };
  return (
    <>
      <Progress.Root size="lg">
        <Progress.Section
          value={percent ?? 100}
          striped={percent === null}
          animated={percent === null}
          aria-label={name}
        />
      </Progress.Root>
      <Text size="sm" c="dimmed">
        {progressText()}
      </Text>
    </>
  );
}

function JobEnd({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const format = useFormat();
  if (job.state === 'cancelled') return <Text size="sm">{t(`cancelled.${job.kind}`)}</Text>;
  if (job.state === 'failed') return <JobFailure job={job} />;
  if (job.kind === 'logCheck') return <LogCheckEnd job={job} />;
  const figures = Object.entries(job.summary).map(([key, value]) => [key, format.count(value)]);
  const { sameNames = 0 } = job.summary;
  return (
    <Text size="sm">
      {t(`done.${job.kind}`, Object.fromEntries(figures))}
      {sameNames > 0 && ` ${t('sameNames', { count: sameNames })}`}
    </Text>
  );
}
