import { Alert, Group, Switch, Text } from '@mantine/core';
import { IconArrowBackUp, IconScan } from '@tabler/icons-react';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { keyCap, usePageKeys } from '#renderer/lib/keys';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { ProductBox } from '#renderer/parts/product-box';
import { AskedQuantity } from '#renderer/ui/asked-quantity';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { DoneNote } from '#renderer/ui/done-note';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Transfer } from '#shared/contract/transfers';
import { FailedScans } from './failed-scans';
import { TransferFacts } from './transfer-facts';
import { TransferLines } from './transfer-lines';
import { TransferPlaces } from './transfer-locations';
import { useAskFirst } from './use-ask-first';
import { useScansOnto } from './use-scans-onto';
import type { TransferDesk as Desk } from './use-transfer-desk';

interface TransferDeskProps {
  transfer: Transfer;
  desk: Desk;
  camera: boolean;
}

/** A draft or sent transfer: its locations, the product box, failed scans, and its lines. */
export function TransferDesk({ transfer, desk, camera }: TransferDeskProps) {
  const { t } = useTranslation('transfers');
  const scans = useScansOnto(transfer.id, desk);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const toBox = (): void => box.current?.focus();
  const { editable, opened } = desk;
  useAskFirst(scans, editable);
  const isEmpty = transfer.lines.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list loses the focus with its last line too
  useEffect(() => {
    // The focus is lost when a line's panel is closed.
    if (!opened && document.activeElement === document.body) box.current?.focus();
  }, [opened, isEmpty]);
  usePageKeys([
    { keys: documentKeys.find, label: t('actions.find'), run: toBox, disabled: !editable },
    { keys: documentKeys.other, label: t('actions.toLines'), run: () => list.current?.focus() },
    { keys: documentKeys.ask, label: t('document.ask'), run: scans.toggleAsks, disabled: !editable },
  ]);
  return (
    <>
      {editable ? (
        <>
          <TransferPlaces transfer={transfer} desk={desk} />
          <Group gap="md">
            <ProductBox
              box={box}
              size="md"
              flex="1 1 18rem"
              label={t('document.find')}
              placeholder={t('document.findPlaceholder')}
              onPick={(product) => void scans.pick(product)}
              onCode={scans.scan}
            />
            <Switch
              label={`${t('document.ask')} (${keyCap(documentKeys.ask)})`}
              description={t('document.askHint')}
              checked={scans.asks}
              onChange={scans.toggleAsks}
            />
          </Group>
          {camera && <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />}
          {scans.asked && (
            <AskedQuantity
              asked={scans.asked}
              onQuantity={scans.setQuantity}
              onAdd={async () => {
                if (await scans.answer()) toBox();
              }}
              onCancel={() => {
                scans.cancel();
                toBox();
              }}
            />
          )}
        </>
      ) : (
        <TransferFacts transfer={transfer} />
      )}
      {editable && <FailedScans scans={scans} toBox={toBox} />}
      <RefusalNote error={desk.error} onDismiss={desk.dismissError} />
      <Outcome transfer={transfer} desk={desk} />
      <Undo desk={desk} toBox={toBox} />
      <Lines transfer={transfer} desk={desk} list={list} />
    </>
  );
}

/** A note that the transfer was just sent, or that it was discarded and can be reopened. */
function Outcome({ transfer, desk }: { transfer: Transfer; desk: Desk }) {
  const { t } = useTranslation('transfers');
  const { state, number, from, to, lines } = transfer;
  if (state === 'sent' && desk.justSent) {
    const names = { number: number ?? '', from: from.name, to: to.name };
    return <DoneNote>{t('document.sentNote', { ...names, count: lines.length })}</DoneNote>;
  }
  if (state !== 'discarded') return null;
  return (
    <Alert role="status" color="gray">
      <Group justify="space-between">
        {t('document.discardedNote')}
        {desk.mayMove && (
          <KeyButton
            keys={documentKeys.undo}
            autoFocus
            label={t('document.restore')}
            icon={<IconArrowBackUp size={20} />}
            run={desk.restore}
          />
        )}
      </Group>
    </Alert>
  );
}

/** Restores the line that was removed last. */
function Undo({ desk, toBox }: { desk: Desk; toBox: () => void }) {
  const { t } = useTranslation('transfers');
  if (!(desk.removed && desk.editable)) return null;
  return (
    <Alert role="status" color="gray" py={6}>
      <Group justify="space-between">
        {t('document.removed', { product: desk.removed.productName })}
        <KeyButton
          keys={documentKeys.undo}
          variant="default"
          label={t('document.undo')}
          icon={<IconArrowBackUp size={20} />}
          run={() => {
            desk.undo();
            toBox();
          }}
        />
      </Group>
    </Alert>
  );
}

interface LinesProps {
  transfer: Transfer;
  desk: Desk;
  list: RefObject<HTMLDivElement | null>;
}

function Lines({ transfer, desk, list }: LinesProps) {
  const { t } = useTranslation('transfers');
  const { lines } = transfer;
  if (lines.length === 0) {
    return desk.editable ? (
      <EmptyState
        icon={<IconScan size={36} />}
        title={t('document.emptyTitle')}
        hint={t('document.emptyHint', { key: documentKeys.finish })}
      />
    ) : (
      <Text c="dimmed">{t('document.sentEmpty')}</Text>
    );
  }
  const short = lines.filter(({ shortMilli }) => shortMilli > 0).length;
  return (
    <>
      <Group gap="md" justify="space-between">
        <Text size="sm" role="status">
          {t('document.lineCount', { count: lines.length })}
          {short > 0 && (
            <Text span inherit fw={600} c="var(--mantine-color-red-text)">
              {` · ${t('document.shortCount', { count: short })}`}
            </Text>
          )}
        </Text>
        {desk.editable && desk.selected && (
          <Group gap="xs">
            <KeyButton
              keys={documentKeys.quantity}
              variant="default"
              size="sm"
              label={t('actions.quantity')}
              run={() => desk.selected && desk.open(desk.selected.id)}
            />
            <KeyButton
              keys={documentKeys.remove}
              variant="default"
              size="sm"
              label={t('actions.remove')}
              run={() => desk.selected && desk.remove(desk.selected)}
            />
          </Group>
        )}
      </Group>
      <TransferLines transfer={transfer} desk={desk} list={list} />
    </>
  );
}
