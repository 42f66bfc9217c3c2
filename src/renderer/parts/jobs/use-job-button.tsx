import { Paper } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import type { KeyName } from '#renderer/lib/keys';
import { orpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Job, JobKind } from '#shared/contract/jobs';
import { useJobs } from './job-queries';
import { JobRow } from './job-row';

interface JobButtonProps {
  kind: JobKind;
  keys: KeyName;
  label: string;
  icon: ReactNode;
  start: () => Promise<Job>;
}

interface JobButton {
  /** The button that starts the job. */
  button: ReactNode;
  /** The newest job of the kind, from its start until it is dismissed, and why one could not start. */
  note: ReactNode;
}

/** A button that starts a job in the background, and a note of its progress and its outcome. */
export function useJobButton({ kind, keys, label, icon, start }: JobButtonProps): JobButton {
  const queries = useQueryClient();
  const buttonId = useId();
  const newest = useJobs().find((job) => job.kind === kind);
  const starting = useMutation({
    mutationFn: start,
    onSuccess: () => queries.invalidateQueries({ queryKey: orpc.jobs.list.key() }),
  });
  return {
    button: (
      <KeyButton
        keys={keys}
        variant="default"
        label={label}
        icon={icon}
        loading={starting.isPending}
        id={buttonId}
        run={() => starting.mutate()}
      />
    ),
    note: (
      <>
        <RefusalNote error={starting.error} onDismiss={starting.reset} />
        {newest && (
          <Paper withBorder p="md" flex="none">
            <JobRow job={newest} onGone={() => document.getElementById(buttonId)?.focus()} />
          </Paper>
        )}
      </>
    ),
  };
}
