import { IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { DataTable } from '#renderer/ui/data-table';
import { DoneNote } from '#renderer/ui/done-note';
import { KeyButton } from '#renderer/ui/key-button';
import type { Issue } from '#shared/contract/issues';
import { OutPanel } from '../out/out-panel';
import { Closings } from './closings';
import { issuedColumns } from './line-columns';

const LINES_AT_MOST = 500;

/** What an issued document shows: what happened to each line, and the form to return more. */
export function useIssuedParts() {
  const { t } = useTranslation('issues');
  const navigate = useNavigate();
  const [openId, setOpenId] = useState<number | null>(null);
  const [done, setDone] = useState<string | null>(null);
  return ({ id, number, ...issue }: Issue) => ({
    lines: (
      <>
        {done && <DoneNote>{done}</DoneNote>}
        <IssuedLines issue={{ id, number, ...issue }} openId={openId} onOpen={setOpenId} />
        <Closings closings={issue.closings} />
      </>
    ),
    actions: number !== null && (
      <KeyButton
        keys={documentKeys.other}
        variant="default"
        label={t('toReturn')}
        icon={<IconUserCheck size={18} />}
        run={() => void navigate({ to: '/stockroom/issues', search: { view: 'out', find: number } })}
      />
    ),
    aside: openId !== null && (
      <IssuedLine
        number={number ?? ''}
        lineId={openId}
        onDone={(sentence) => {
          setDone(sentence);
          setOpenId(null);
        }}
        onClose={() => setOpenId(null)}
      />
    ),
  });
}

interface IssuedLinesProps {
  issue: Issue;
  openId: number | null;
  onOpen: (lineId: number) => void;
}

function IssuedLines({ issue, openId, onOpen }: IssuedLinesProps) {
  const { t } = useTranslation(['issues', 'documents']);
  const format = useFormat();
  const withCost = useMay()('seeCost') === 'yes' && issue.state === 'posted';
  const columns = useMemo(() => issuedColumns(t, format, withCost), [t, format, withCost]);
  return (
    <DataTable
      label={t('documents:lines.name')}
      columns={columns}
      rows={issue.lines}
      getRowId={(line) => line.id}
      selectedId={openId}
      onOpen={(line) => line.outMilli > 0 && onOpen(line.id)}
    />
  );
}

interface IssuedLineProps {
  number: string;
  lineId: number;
  onDone: (sentence: string) => void;
  onClose: () => void;
}

/** The form to return goods of one line; renders nothing when all of them are returned. */
function IssuedLine({ number, lineId, onDone, onClose }: IssuedLineProps) {
  const { data: out } = useQuery(
    orpc.issues.outstanding.queryOptions({ input: { search: number, limit: LINES_AT_MOST } }),
  );
  const line = out?.rows.find(({ issueLineId }) => issueLineId === lineId);
  return line && <OutPanel key={lineId} line={line} onDone={onDone} onClose={onClose} />;
}
