import { Alert, Group, Switch, Text } from '@mantine/core';
import { IconArrowBackUp, IconScan } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { keyCap, usePageKeys } from '#renderer/lib/keys';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { ProductBox } from '#renderer/parts/product-box';
import { AskedQuantity } from '#renderer/ui/asked-quantity';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { DoneNote } from '#renderer/ui/done-note';
import { EmptyState } from '#renderer/ui/empty-state';
import { FailedScans } from '#renderer/ui/failed-scans';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { GoodsDocument } from '#shared/contract/documents';
import { DocumentFacts } from './document-facts';
import { DocumentLines } from './document-lines';
import type { DocumentWords } from './document-words';
import { useAskFirst } from './use-ask-first';
import type { DocumentDesk } from './use-document-desk';
import { useScansOnto } from './use-scans-onto';

interface Shown<Doc extends GoodsDocument> {
  document: Doc;
  desk: DocumentDesk<Doc>;
  words: DocumentWords<Doc>;
}

interface DocumentBodyProps<Doc extends GoodsDocument> extends Shown<Doc> {
  /** The fields of a draft's head. The key {@link documentKeys.other} goes to the first of them. */
  head: ReactNode;
  /** Sets a location from its scanned label. */
  goTo: (locationId: number) => Promise<unknown>;
  camera: boolean;
  /** The lines of a document that is not a draft, where the kind shows more than their quantities. */
  postedLines?: ReactNode;
}

/** A document below its title: a draft's head and product box or the facts, failed scans, and the lines. */
export function DocumentBody<Doc extends GoodsDocument>(props: DocumentBodyProps<Doc>) {
  const { document, desk, words, head, goTo, camera, postedLines } = props;
  const { t } = useTranslation('documents');
  const scans = useScansOnto(desk, goTo);
  const box = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const fields = useRef<HTMLDivElement>(null);
  const toBox = (): void => box.current?.focus();
  const { editable, opened } = desk;
  useAskFirst(scans, editable);
  const isEmpty = document.lines.length === 0;
  const isPlain = postedLines === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a list loses the focus with its last line too
  useEffect(() => {
    // The focus is lost when a line's panel is closed.
    if (!opened && globalThis.document.activeElement === globalThis.document.body) box.current?.focus();
  }, [opened, isEmpty]);
  /** Goes to the lines, and from them to the head. */
  const toOther = (): void => {
    const isInLines = list.current?.contains(globalThis.document.activeElement) ?? true;
    if (isInLines) fields.current?.querySelector('input')?.focus();
    else list.current?.focus();
  };
  usePageKeys([
    { keys: documentKeys.find, label: t('actions.find'), run: toBox, disabled: !editable },
    { keys: documentKeys.other, label: t('actions.toOther'), run: toOther, disabled: !(editable || isPlain) },
    { keys: documentKeys.ask, label: t('ask'), run: scans.toggleAsks, disabled: !editable },
  ]);
  return (
    <>
      {editable ? (
        <>
          <div ref={fields}>{head}</div>
          <Group gap="md">
            <ProductBox
              box={box}
              size="md"
              flex="1 1 18rem"
              label={t('find')}
              placeholder={t('findPlaceholder')}
              onPick={(product) => void scans.pick(product)}
              onCode={scans.scan}
            />
            <Switch
              label={`${t('ask')} (${keyCap(documentKeys.ask)})`}
              description={t('askHint')}
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
          <FailedScans
            failed={scans.failed}
            dismiss={(number) => {
              scans.dismiss(number);
              // The pressed button disappears with the scan.
              toBox();
            }}
          />
        </>
      ) : (
        <DocumentFacts document={document} words={words} />
      )}
      <RefusalNote error={desk.error} onDismiss={desk.dismissError} />
      <Outcome document={document} desk={desk} words={words} />
      <Undo desk={desk} toBox={toBox} />
      {editable || isPlain ? (
        <Lines document={document} desk={desk} words={words} list={list} />
      ) : (
        postedLines
      )}
    </>
  );
}

/** A note that the document was just posted, or that it was discarded and can be restored. */
function Outcome<Doc extends GoodsDocument>({ document, desk, words }: Shown<Doc>) {
  const { t } = useTranslation('documents');
  const { state } = document;
  if (state === 'posted' && desk.justPosted) return <DoneNote>{words.outcome(document)}</DoneNote>;
  if (state !== 'discarded') return null;
  return (
    <Alert role="status" color="gray">
      <Group justify="space-between">
        {t('discardedNote')}
        {desk.mayMove && (
          <KeyButton
            keys={documentKeys.undo}
            autoFocus
            label={t('restore')}
            icon={<IconArrowBackUp size={20} />}
            run={desk.restore}
          />
        )}
      </Group>
    </Alert>
  );
}

interface UndoProps {
  desk: Pick<DocumentDesk, 'removed' | 'editable' | 'undo'>;
  toBox: () => void;
}

/** Restores the line that was removed last. */
function Undo({ desk, toBox }: UndoProps) {
  const { t } = useTranslation('documents');
  if (!(desk.removed && desk.editable)) return null;
  return (
    <Alert role="status" color="gray" py={6}>
      <Group justify="space-between">
        {t('removed', { product: desk.removed.productName })}
        <KeyButton
          keys={documentKeys.undo}
          variant="default"
          label={t('undo')}
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

interface LinesProps<Doc extends GoodsDocument> extends Shown<Doc> {
  list: RefObject<HTMLDivElement | null>;
}

function Lines<Doc extends GoodsDocument>({ document, desk, words, list }: LinesProps<Doc>) {
  const { t } = useTranslation('documents');
  const { lines, state } = document;
  const { editable, selected, open, remove } = desk;
  if (lines.length === 0) {
    return editable ? (
      <EmptyState
        icon={<IconScan size={36} />}
        title={words.emptyTitle}
        hint={t('emptyHint', { key: documentKeys.finish })}
      />
    ) : (
      <Text c="dimmed">{t('lines.none')}</Text>
    );
  }
  const short = lines.filter(({ shortMilli }) => shortMilli > 0).length;
  return (
    <>
      <Group gap="md" justify="space-between">
        <Text size="sm" role="status">
          {t('lines.count', { count: lines.length })}
          {short > 0 && (
            <Text span inherit fw={600} c="var(--mantine-color-red-text)">
              {` · ${t('lines.shortCount', { count: short })}`}
            </Text>
          )}
        </Text>
        {editable && selected && (
          <Group gap="xs">
            <KeyButton
              keys={documentKeys.quantity}
              variant="default"
              size="sm"
              label={t('actions.quantity')}
              run={() => open(selected.id)}
            />
            <KeyButton
              keys={documentKeys.remove}
              variant="default"
              size="sm"
              label={t('actions.remove')}
              run={() => remove(selected)}
            />
          </Group>
        )}
      </Group>
      <DocumentLines
        lines={lines}
        stockAt={state === 'draft' ? words.leaves(document) : null}
        desk={desk}
        list={list}
      />
    </>
  );
}
