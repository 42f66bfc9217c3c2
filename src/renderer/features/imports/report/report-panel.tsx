import { Alert, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { DoneNote } from '#renderer/ui/done-note';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import type { ProductImport } from '#shared/contract/imports';
import { importKeys } from '../import-keys';
import { RefusedList } from './refused-list';
import { saveRefused } from './save-refused';

interface ReportPanelProps {
  report: ProductImport;
  onClose: () => void;
}

const COUNTS = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;

/** The result of an import, with the refused rows and the reasons. */
export function ReportPanel({ report, onClose }: ReportPanelProps) {
  const { t } = useTranslation('imports');
  const saving = useMutation({ mutationFn: () => saveRefused(report.id, t) });
  return (
    <SidePanel
      title={report.fileName}
      onClose={onClose}
      footer={
        report.refused > 0 && (
          <KeyButton
            keys={importKeys.save}
            label={t('report.save')}
            icon={<IconDownload size={18} />}
            loading={saving.isPending}
            run={() => saving.mutate()}
          />
        )
      }
    >
      <Stack gap="md">
        <Outcome report={report} />
        <Counts report={report} />
        <RefusalNote error={saving.error} />
        {saving.data && <DoneNote>{t('report.saved', { fileName: saving.data })}</DoneNote>}
        {report.refused > 0 && <RefusedList importId={report.id} />}
      </Stack>
    </SidePanel>
  );
}

function Outcome({ report: { state, refused } }: { report: ProductImport }) {
  const { t } = useTranslation('imports');
  if (state === 'running') return null;
  if (state !== 'done') {
    return (
      <Alert role="status" color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
        {t('report.nothing')}
      </Alert>
    );
  }
  if (refused > 0) return null;
  return (
    <Alert role="status" color="green" variant="light" icon={<IconCheck aria-hidden />}>
      {t('report.whole')}
    </Alert>
  );
}

function Counts({ report }: { report: ProductImport }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  if (report.state !== 'done') return null;
  return (
    <>
      <Figures rows={COUNTS.map((count) => [t(`report.${count}`), format.count(report[count])])} />
      {report.refusedFor.length > 0 && (
        <div>
          <Title order={3} size="h5" mb={4}>
            {t('report.why')}
          </Title>
          <Figures
            rows={report.refusedFor.map(({ reason, rows }) => [
              t(`reasonNames.${reason}`),
              format.count(rows),
            ])}
          />
        </div>
      )}
    </>
  );
}

function Figures({ rows }: { rows: readonly (readonly [name: string, figure: string])[] }) {
  return (
    <Table verticalSpacing={4}>
      <Table.Tbody>
        {rows.map(([name, figure]) => (
          <Table.Tr key={name}>
            <Table.Td>{name}</Table.Td>
            <Table.Td ta="end">
              <Text span inherit fw={650}>
                {figure}
              </Text>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
