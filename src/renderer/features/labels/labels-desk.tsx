import { Alert, Group } from '@mantine/core';
import { IconFileTypePdf, IconPrinter, IconTags, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import { rpc } from '#renderer/lib/rpc';
import { EmptyState } from '#renderer/ui/empty-state';
import { FailedScans, useScanList } from '#renderer/ui/failed-scans';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { usePrint } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { savePdf } from '#renderer/ui/save-pdf';
import { Section } from '#renderer/ui/section';
import { type LabelItem, type LabelRef, MOST_LABELS } from '#shared/contract/labels';
import { LABEL_LAYOUTS, labelsAPage, pagesOf } from '#shared/kernel/label-sheets';
import { labelKeys } from './label-keys';
import { useLabelList } from './label-list';
import { useLabelLook } from './label-look';
import { LabelProblems } from './label-troubles';
import { AddBox } from './list/add-box';
import { LabelRows } from './list/label-rows';
import classes from './list/label-rows.module.css';
import { LookFields } from './look-fields';
import { scannedRef } from './scanned-ref';
import { LabelPaper } from './sheet/label-paper';
import { SheetPane } from './sheet/sheet-pane';
import { useDrawings } from './use-drawings';

interface LabelsDeskProps {
  first: readonly LabelItem[];
  /** Whether the requested category has more items than a list can hold. */
  isCut: boolean;
}

/** The labels page: the list of items, the design, and the pages to print. */
export function LabelsDesk({ first, isCut }: LabelsDeskProps) {
  const { t } = useTranslation('labels');
  const list = useLabelList(first);
  const [look, setLook] = useLabelLook();
  const [chosenStart, setStartAt] = useState(0);
  const find = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const print = usePrint();
  const { rows } = list;
  const { drawings, error, isReady } = useDrawings(rows, look);
  const layout = LABEL_LAYOUTS[look.layout];
  const startAt = Math.min(chosenStart, labelsAPage(layout) - 1);
  const count = rows.reduce((sum, { copies }) => sum + copies, 0);
  const isPrintable = count > 0 && count <= MOST_LABELS && isReady;
  const copies = count > MOST_LABELS ? [] : rows.map((row) => row.copies);
  const pages = pagesOf(layout, copies, startAt);

  const adding = useMutation({
    mutationFn: (what: { refs?: LabelRef[]; categoryId?: number }) => rpc.labels.items(what),
    onSuccess: (found) => list.add(found.rows),
  });
  const saving = useMutation({
    mutationFn: async () => {
      const items = rows
        .filter((row) => row.copies > 0)
        .map((row) => ({ ...refOf(row.item), copies: row.copies }));
      savePdf(await rpc.labels.pdf({ ...look, items, startAt }));
    },
  });
  const scans = useScanList(async (code) => {
    list.add((await rpc.labels.items({ refs: [await scannedRef(code)] })).rows);
    return 'taken';
  });
  const toFind = (): void => find.current?.querySelector('input')?.focus();
  useEffect(() => find.current?.querySelector('input')?.focus(), []);
  usePageKeys([
    { keys: labelKeys.find, label: t('find'), run: toFind },
    {
      keys: labelKeys.toList,
      label: t('list.toList'),
      disabled: rows.length === 0,
      run: () => (box.current?.querySelector('input') ?? box.current)?.focus(),
    },
  ]);
  const actions = (
    <>
      <KeyButton
        keys={labelKeys.pdf}
        variant="default"
        label={t('pdf')}
        icon={<IconFileTypePdf size={20} />}
        disabled={!isPrintable}
        loading={saving.isPending}
        run={() => saving.mutate()}
      />
      <KeyButton
        keys={labelKeys.print}
        label={t('print')}
        icon={<IconPrinter size={20} />}
        disabled={!isPrintable}
        run={() =>
          void print(<LabelPaper layout={layout} pages={pages} drawings={drawings} />, {
            widthMm: layout.pageWidthMm,
            heightMm: layout.pageHeightMm,
          })
        }
      />
    </>
  );
  return (
    <Page title={t('title')} actions={actions}>
      <RefusalNote error={error ?? adding.error ?? saving.error} />
      {(isCut || adding.data?.more) && <Alert color="yellow">{t('categoryCut')}</Alert>}
      <div className={classes.desk}>
        <div className={classes.column}>
          <AddBox
            box={find}
            onProduct={(id) => adding.mutate({ refs: [{ of: 'product', id }] }, { onSettled: toFind })}
            onCategory={(categoryId) => adding.mutate({ categoryId })}
          />
          <FailedScans {...scans} />
          {rows.length === 0 ? (
            <EmptyState
              icon={<IconTags size={36} />}
              title={t('empty.title')}
              hint={t('empty.hint', { key: labelKeys.find })}
            />
          ) : (
            <>
              <Group gap="xs">
                <KeyButton
                  keys={labelKeys.asInStock}
                  variant="default"
                  label={t('list.asInStock')}
                  run={list.asInStock}
                />
                <KeyButton
                  keys={labelKeys.oneEach}
                  variant="default"
                  label={t('list.all')}
                  run={() => list.allCopies(1)}
                />
                <KeyButton
                  keys={labelKeys.clear}
                  variant="subtle"
                  label={t('list.clear')}
                  icon={<IconTrash size={18} />}
                  run={() => {
                    list.clear();
                    toFind();
                  }}
                />
              </Group>
              <LabelRows list={list} box={box} onRemoved={toFind} />
            </>
          )}
          <LabelProblems rows={rows} drawings={drawings} />
        </div>
        <Section title={t('sheet.title')}>
          <LookFields look={look} onChange={setLook} />
          <SheetPane
            layout={layout}
            pages={pages}
            drawings={drawings}
            startAt={startAt}
            onStartAt={setStartAt}
            count={count}
          />
        </Section>
      </div>
    </Page>
  );
}

function refOf({ of, id }: LabelItem): LabelRef {
  return { of, id };
}
