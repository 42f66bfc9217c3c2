import { IconTableImport, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { takeHandedOver, useDroppedFile } from '#renderer/lib/dropped-file';
import { orpc } from '#renderer/lib/rpc';
import { useJobs } from '#renderer/parts/jobs/job-queries';
import { JobRow } from '#renderer/parts/jobs/job-row';
import { BackButton } from '#renderer/ui/back-button';
import { confirm } from '#renderer/ui/confirm';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import { useUnsaved } from '#renderer/ui/use-unsaved';
import { ChooseButton, FileInvitation } from '../choose/file-choice';
import { type ChosenFile, useChosenFile } from '../choose/use-chosen-file';
import { ImportDesk } from '../import-desk';
import { importKeys } from '../import-keys';
import { useTakenRows } from '../preview/use-preview';
import { RecentImports } from '../report/recent-imports';
import { ReportPanel } from '../report/report-panel';

/** Imports products from a file: choose it, check the preview, import it, review the refused rows. */
export function ImportPage() {
  const { t } = useTranslation('imports');
  const [openId, setOpenId] = useState<number | null>(null);
  const chosen = useChosenFile(setOpenId);
  const { file, choices } = chosen;
  useUnsaved(chosen.isChanged);
  /** Runs an action that drops the file; asks first if a person has changed any choice. */
  const leaveFile = async (then: () => void): Promise<void> => {
    const mayLeave =
      !chosen.isChanged ||
      (await confirm({
        title: t('file.leaveTitle', { name: chosen.file?.fileName }),
        consequence: t('file.leaveConsequence'),
        confirmLabel: t('file.discard'),
        cancelLabel: t('file.keep'),
        danger: true,
      }));
    if (mayLeave) then();
  };
  const replace = (next: File): void => void leaveFile(() => chosen.upload(next));
  const held = useDroppedFile(replace);
  const takeUp = useEffectEvent((handed: File | null) => handed && chosen.upload(handed));
  useEffect(() => {
    takeUp(takeHandedOver());
  }, []);
  const recent = useQuery(orpc.imports.list.queryOptions());
  const opened = recent.data?.find(({ id }) => id === openId);
  const report = file === null && opened && opened.state !== 'running' ? opened : null;
  return (
    <Page
      title={t('title')}
      back={
        file === null && <BackButton to="/office/products" label={t('back')} disabled={report !== null} />
      }
      actions={
        <Actions chosen={chosen} onReplace={replace} onDiscard={() => void leaveFile(chosen.discard)} />
      }
      aside={report && <ReportPanel key={report.id} report={report} onClose={() => setOpenId(null)} />}
    >
      <RefusalNote error={chosen.error ?? recent.error} onDismiss={chosen.dismiss} />
      <Running />
      {file && choices ? (
        <ImportDesk file={file} choices={choices} chosen={chosen} />
      ) : (
        <>
          <FileInvitation held={held} onItsWay={chosen.onItsWay} />
          <RecentImports
            imports={recent.data ?? []}
            loading={recent.isPending}
            openId={report?.id ?? null}
            onOpen={setOpenId}
          />
        </>
      )}
    </Page>
  );
}

/** The running import, as also shown in the top bar, or one that failed. */
function Running() {
  const { t } = useTranslation('imports');
  const newest = useJobs().find(({ kind }) => kind === 'productImport');
  if (!newest || newest.state === 'done') return null;
  const isRunning = newest.state === 'running';
  return (
    <Section
      title={t(isRunning ? 'running.title' : 'running.ended')}
      hint={t(isRunning ? 'running.hint' : 'running.nothing')}
    >
      <JobRow job={newest} />
    </Section>
  );
}

interface ActionsProps {
  chosen: ChosenFile;
  onReplace: (file: File) => void;
  onDiscard: () => void;
}

function Actions({ chosen, onReplace, onDiscard }: ActionsProps) {
  const { t } = useTranslation('imports');
  const { file, choices } = chosen;
  const taken = useTakenRows(file, choices);
  if (file === null) return <ChooseButton onChosen={onReplace} />;
  return (
    <>
      <KeyButton
        keys={importKeys.discard}
        variant="default"
        label={t('file.discard')}
        icon={<IconX size={18} />}
        run={onDiscard}
      />
      {/* The key makes it a different button than the one above, so that the focus moves to the columns. */}
      <ChooseButton key="another" another onChosen={onReplace} />
      <KeyButton
        keys={importKeys.start}
        label={
          taken === file.rows
            ? t('file.start', { count: file.rows })
            : t('file.startSome', { count: file.rows, taken })
        }
        icon={<IconTableImport size={20} />}
        loading={chosen.busy}
        disabled={!choices?.fields.includes('name')}
        run={chosen.start}
      />
    </>
  );
}
