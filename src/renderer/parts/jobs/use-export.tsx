import { Paper } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '#renderer/lib/keys';
import { orpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Job, JobKind } from '#shared/contract/jobs';
import { useJobs } from './job-queries';
import { JobRow } from './job-row';

interface Export {
  /** The button that starts the export. */
  button: ReactNode;
  /** The newest export of the kind, from its start until it is dismissed, and why one could not start. */
  note: ReactNode;
}

/** Exports the listed rows to a file in the background, and shows the progress. */
export function useExport(kind: JobKind, keys: KeyName, start: () => Promise<Job>): Export {
  const { t } = useTranslation('jobs');
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
        label={t('export')}
        icon={<IconDownload size={18} />}
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
