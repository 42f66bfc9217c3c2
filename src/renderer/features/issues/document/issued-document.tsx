import { Alert, Stack, Text } from '@mantine/core';
import { IconArrowBackUp, IconFileTypePdf, IconRotate, IconUserCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { BackButton } from '#renderer/ui/back-button';
import { DataTable } from '#renderer/ui/data-table';
import { DoneNote } from '#renderer/ui/done-note';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Issue } from '#shared/contract/issues';
import { showHead } from '../issue-queries';
import { OutPanel } from '../out/out-panel';
import { Closings } from './closings';
import { issuedColumns } from './line-columns';

const LINES_AT_MOST = 500;

/** An issue after it was issued or cancelled: what happened to each line, and the form to return more. */
export function IssuedDocument({ issue }: { issue: Issue }) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const may = useMay();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [openId, setOpenId] = useState<number | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { id, number, holder, state } = issue;
  const withCost = may('seeCost') === 'yes' && state === 'issued';
  const columns = useMemo(() => issuedColumns(t, format, withCost), [t, format, withCost]);
  const { data: out } = useQuery(
    orpc.issues.outstanding.queryOptions({ input: { search: number ?? '', limit: LINES_AT_MOST } }),
  );
  const open = out?.rows.find(({ issueLineId }) => issueLineId === openId);
  const saving = useMutation({ mutationFn: async () => savePdf(await rpc.issues.pdf({ id })) });
  const restoring = useMutation({
    mutationFn: () => rpc.issues.restore({ id }),
    onSuccess: (head) => showHead(queries, head),
  });
  return (
    <Page
      title={number === null ? t('discarded') : t('one', { number })}
      back={<BackButton to="/stockroom/issues" label={t('back')} />}
      actions={
        <>
          {state === 'discarded' && may('moveStock') === 'yes' && (
            <KeyButton
              keys={documentKeys.undo}
              label={t('restore')}
              icon={<IconRotate size={18} />}
              loading={restoring.isPending}
              run={() => restoring.mutate()}
            />
          )}
          <KeyButton
            keys={documentKeys.pdf}
            variant="default"
            label={t('slip')}
            icon={<IconFileTypePdf size={18} />}
            loading={saving.isPending}
            run={() => saving.mutate()}
          />
          {number !== null && (
            <KeyButton
              keys={documentKeys.other}
              variant="default"
              label={t('toReturn')}
              icon={<IconUserCheck size={18} />}
              run={() => void navigate({ to: '/stockroom/issues', search: { view: 'out', find: number } })}
            />
          )}
        </>
      }
      aside={
        open && (
          <OutPanel
            key={open.issueLineId}
            line={open}
            onDone={(sentence) => {
              setDone(sentence);
              setOpenId(null);
            }}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      {state === 'discarded' && (
        <Alert color="gray" variant="light" icon={<IconArrowBackUp aria-hidden />}>
          {t('discardedNote')}
        </Alert>
      )}
      <Stack gap={2}>
        <Text fw={650} fz="lg">
          {holder?.name ?? t('issuedToNobody')}
        </Text>
        <Text c="dimmed">
          {t('facts', {
            location: issue.location.name,
            name: (issue.issuedBy ?? issue.createdBy).name,
            at: format.dateTime(issue.issuedAt ?? issue.createdAt),
          })}
        </Text>
        {issue.note !== '' && <Text>{issue.note}</Text>}
      </Stack>
      <RefusalNote error={saving.error ?? restoring.error} />
      {done && <DoneNote>{done}</DoneNote>}
      <DataTable
        label={t('lines')}
        columns={columns}
        rows={issue.lines}
        getRowId={(line) => line.id}
        selectedId={open?.issueLineId ?? null}
        onOpen={(line) => line.outMilli > 0 && setOpenId(line.id)}
      />
      <Closings closings={issue.closings} />
    </Page>
  );
}
