import { ActionIcon, Divider, Popover, RingProgress, Stack, Tooltip, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react';
import { Fragment, useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type KeyName, keyCap, usePageKeys } from '#renderer/lib/keys';
import { percentOf, useJobs } from '#renderer/parts/jobs/job-queries';
import { JobRow, useJobName } from '#renderer/parts/jobs/job-row';
import { useLogCheckOutcome } from '#renderer/parts/jobs/log-check-end';
import type { Job } from '#shared/contract/jobs';

const OPENS: KeyName = 'Ctrl+Shift+G';

/** Shows background jobs in the top bar; hidden while there are none. */
export function JobsSign() {
  const jobs = useJobs();
  return (
    <>
      <JobNews jobs={jobs} />
      {jobs.length > 0 && <JobsPopover jobs={jobs} />}
    </>
  );
}

function JobsPopover({ jobs }: { jobs: readonly Job[] }) {
  const { t } = useTranslation('jobs');
  const [opened, { open, close }] = useDisclosure(false);
  const sign = useRef<HTMLButtonElement>(null);
  const before = useRef<Element | null>(null);
  const enter = useCallback(() => {
    before.current = document.activeElement;
    open();
  }, [open]);
  /** Returns the focus to where it was before, or to the sign if nothing had it. */
  const leave = useCallback(() => {
    close();
    const back = before.current === document.body ? null : before.current;
    (back instanceof HTMLElement && back.isConnected ? back : sign.current)?.focus();
  }, [close]);
  const running = jobs.filter(({ state }) => state === 'running');
  usePageKeys(
    useMemo(() => [{ keys: OPENS, label: t('open'), run: enter }], [t, enter]),
    'everywhere',
  );
  const label =
    running.length > 0 ? t('running', { count: running.length }) : t('ended', { count: jobs.length });
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width={400}
      shadow="md"
      trapFocus
      closeOnEscape={false}
    >
      <Popover.Target>
        <Tooltip label={t('tooltip', { label, key: keyCap(OPENS) })} disabled={opened}>
          <ActionIcon
            ref={sign}
            color="gray"
            size={44}
            aria-label={label}
            aria-expanded={opened}
            onClick={opened ? leave : enter}
          >
            <Sign jobs={jobs} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('title')}>
        <PopoverKeys close={leave} />
        <Stack gap="sm" mah="70vh" style={{ overflowY: 'auto' }}>
          {jobs.map((job, index) => (
            <Fragment key={job.id}>
              {index > 0 && <Divider />}
              <JobRow job={job} onGone={leave} />
            </Fragment>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** While the popover is open, only its keys work, so that Escape does not also act on the page. */
function PopoverKeys({ close }: { close: () => void }) {
  const { t } = useTranslation('jobs');
  usePageKeys(
    useMemo(
      () => (['Escape', OPENS] as const).map((keys) => ({ keys, label: t('close'), run: close })),
      [t, close],
    ),
    'dialog',
  );
  return null;
}

/** A ring that fills while a job runs, then an icon for success or failure. */
function Sign({ jobs }: { jobs: readonly Job[] }) {
  const running = jobs.find(({ state }) => state === 'running');
  if (running) {
    return (
      <RingProgress
        size={30}
        thickness={4}
        aria-hidden
        sections={[{ value: percentOf(running) ?? 25, color: 'var(--mantine-color-anchor)' }]}
      />
    );
  }
  const [newest] = jobs;
  if (newest?.state === 'failed' || newest?.breaks.length)
    return <IconAlertCircle color="var(--mantine-color-red-filled)" aria-hidden />;
  return <IconCircleCheck aria-hidden />;
}

/** Announces the start and the end of the newest job to screen readers. */
function JobNews({ jobs: [newest] }: { jobs: readonly Job[] }) {
  const { t } = useTranslation('jobs');
  const nameOf = useJobName();
  const outcomeOf = useLogCheckOutcome();
  const sentence = (job: Job): string => {
    if (job.state === 'done' && job.kind === 'productImport') return t('imported', { file: job.label });
    if (job.state === 'done' && job.kind === 'logCheck') return outcomeOf(job);
    return t('news', { name: nameOf(job), state: t(`states.${job.state}`) });
  };
  return <VisuallyHidden role="status">{newest && sentence(newest)}</VisuallyHidden>;
}
