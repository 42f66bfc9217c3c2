import { Group } from '@mantine/core';
import { IconHandGrab, IconSend, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { ProductPicker } from '#renderer/parts/product-picker';
import { AskedQuantity } from '#renderer/ui/asked-quantity';
import { BackButton } from '#renderer/ui/back-button';
import { confirmDiscard } from '#renderer/ui/confirm-discard';
import { DataTable } from '#renderer/ui/data-table';
import { EmptyState } from '#renderer/ui/empty-state';
import { FailedScans } from '#renderer/ui/failed-scans';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Issue } from '#shared/contract/issues';
import { showHead, showLines } from '../issue-queries';
import { DraftHead } from './draft-head';
import { DraftLinePanel } from './draft-line-panel';
import { draftColumns } from './line-columns';
import { useScansOntoIssue } from './use-scans-onto-issue';

/** A draft of an issue: every scan on the page adds one, and one key issues all of it. */
export function DraftDocument({ issue }: { issue: Issue }) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const queries = useQueryClient();
  const [openId, setOpenId] = useState<number | null>(null);
  const holderBox = useRef<HTMLInputElement>(null);
  const productBox = useRef<HTMLDivElement>(null);
  const { id: issueId, version } = issue;
  const onto = useScansOntoIssue(issueId);
  const sending = useMutation({
    mutationFn: () => rpc.issues.send({ id: issueId, version }),
    onSuccess: (head) => showHead(queries, head),
  });
  const discarding = useMutation({
    mutationFn: () => rpc.issues.discard({ id: issueId }),
    onSuccess: (head) => showHead(queries, head),
  });
  const discard = async (): Promise<void> => {
    if (await confirmDiscard(issue.lines.length)) discarding.mutate();
  };
  const toProduct = (): void => productBox.current?.querySelector('input')?.focus();
  usePageKeys([
    { keys: documentKeys.find, label: t('fields.product'), run: toProduct },
    { keys: documentKeys.other, label: t('fields.holder'), run: () => holderBox.current?.focus() },
  ]);
  useEffect(() => holderBox.current?.focus(), []);
  const columns = useMemo(() => draftColumns(t, format), [t, format]);
  const open = issue.lines.find(({ id }) => id === openId);
  return (
    <Page
      title={t('draft')}
      back={<BackButton to="/stockroom/issues" label={t('back')} />}
      actions={
        <>
          <KeyButton
            keys={documentKeys.discard}
            variant="default"
            label={t('discard')}
            icon={<IconTrash size={18} />}
            loading={discarding.isPending}
            run={() => void discard()}
          />
          <KeyButton
            keys={documentKeys.finish}
            label={t('send')}
            icon={<IconSend size={18} />}
            loading={sending.isPending}
            run={() => sending.mutate()}
          />
        </>
      }
      aside={
        open && (
          <DraftLinePanel
            key={open.id}
            line={open}
            onChanged={(change) => showLines(queries, change)}
            onClose={() => setOpenId(null)}
          />
        )
      }
    >
      <DraftHead issue={issue} holderBox={holderBox} />
      <Group ref={productBox}>
        <ProductPicker
          flex="1 1 13rem"
          label={t('fields.product')}
          placeholder={t('fields.productPlaceholder')}
          nothingFound={t('fields.nothingFound')}
          picked={null}
          onPick={(product) => product && onto.pick(product.id)}
        />
      </Group>
      {onto.asked && (
        <AskedQuantity
          asked={onto.asked}
          onQuantity={onto.setQuantity}
          onAdd={() => onto.answer(toProduct)}
          onCancel={() => {
            onto.cancel();
            toProduct();
          }}
        />
      )}
      <FailedScans {...onto.scans} />
      <RefusalNote
        error={sending.error ?? onto.error ?? discarding.error}
        onDismiss={() => {
          sending.reset();
          onto.reset();
          discarding.reset();
        }}
      />
      <DataTable
        label={t('lines')}
        columns={columns}
        rows={issue.lines}
        getRowId={({ id }) => id}
        selectedId={open?.id ?? null}
        onOpen={({ id }) => setOpenId(id)}
        emptyState={
          <EmptyState
            icon={<IconHandGrab size={36} />}
            title={t('linesEmptyTitle')}
            hint={t('linesEmptyHint')}
          />
        }
      />
    </Page>
  );
}
