import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDatabaseExport } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { JobFailure } from '#renderer/parts/jobs/job-failure';
import { useJobs } from '#renderer/parts/jobs/job-queries';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import type { Backups } from '#shared/contract/stores';
import { sectionId } from '../sections';
import classes from '../settings.module.css';

const MEGABYTE = 1_000_000;

/** Backs up the store with a button, and says where the copy is and what to do with it. */
export function BackupSection() {
  const { t } = useTranslation('settings');
  const { data: backups, error } = useQuery(orpc.stores.backups.queryOptions());
  const backUp = useMutation({ mutationFn: () => rpc.stores.backUp() });
  const [job] = useJobs().filter(({ kind }) => kind === 'backup');
  const running = job?.state === 'running';
  return (
    <div id={sectionId('backup')} tabIndex={-1} className={classes.section}>
      <Section title={t('sections.backup')} hint={t('hints.backup')}>
        <Stack className={classes.form}>
          <RefusalNote error={error ?? backUp.error} />
          {job && <JobFailure job={job} />}
          <Group>
            <Button
              leftSection={<IconDatabaseExport size={18} aria-hidden />}
              loading={backUp.isPending || running}
              onClick={() => backUp.mutate()}
            >
              {t('backup.now')}
            </Button>
            <Text role="status">{running ? t('backup.busy') : ''}</Text>
          </Group>
          {backups && <LastBackup {...backups} />}
        </Stack>
      </Section>
    </div>
  );
}

function LastBackup({ folder, last }: Backups) {
  const { t } = useTranslation('settings');
  const format = useFormat();
  if (last === null) {
    return (
      <Text>
        {t('backup.none')} {t('backup.folder', { folder })}
      </Text>
    );
  }
  const size = t('backup.megabytes', { count: Math.max(1, Math.round(last.sizeBytes / MEGABYTE)) });
  return (
    <>
      <Text fw={600}>{t('backup.last', { time: format.dateTime(last.at), size })}</Text>
      <dl className={classes.files}>
        <dt>{t('backup.store')}</dt>
        <dd>{last.storeFile}</dd>
        <dt>{t('backup.key')}</dt>
        <dd>{last.keyFile}</dd>
      </dl>
      <Text>{t('backup.keep')}</Text>
    </>
  );
}
