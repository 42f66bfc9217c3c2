import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '#renderer/lib/keys';
import type { Job, JobKind } from '#shared/contract/jobs';
import { useJobButton } from './use-job-button';

/** Exports the listed rows to a file in the background, and shows the progress. */
export function useExport(kind: JobKind, keys: KeyName, start: () => Promise<Job>) {
  const { t } = useTranslation('jobs');
  return useJobButton({ kind, keys, label: t('export'), icon: <IconDownload size={18} />, start });
}
