import { Group, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { KeyButton } from '#renderer/ui/key-button';
import { type LabelDrawing, MOST_LABELS } from '#shared/contract/labels';
import type { LabelLayout, PlacedLabel } from '#shared/kernel/label-sheets';
import { labelKeys } from '../label-keys';
import { SheetPicture } from './sheet-picture';

interface SheetPaneProps {
  layout: LabelLayout;
  pages: ReadonlyArray<readonly PlacedLabel[]>;
  drawings: ReadonlyArray<LabelDrawing | undefined>;
  startAt: number;
  onStartAt: (place: number) => void;
  /** The total number of labels. */
  count: number;
}

/** A print preview, one page at a time, with the choice of the first label position on the first sheet. */
export function SheetPane({ layout, pages, drawings, startAt, onStartAt, count }: SheetPaneProps) {
  const { t } = useTranslation('labels');
  const format = useFormat();
  const sheet = useRef<HTMLDivElement>(null);
  const [wanted, setWanted] = useState(0);
  const page = Math.max(0, Math.min(wanted, pages.length - 1));
  const isSheet = layout.paper !== 'roll';
  usePageKeys([
    {
      keys: labelKeys.toSheet,
      label: t('sheet.toSheet'),
      disabled: !isSheet,
      run: () => {
        setWanted(0);
        // The first page takes the focus once it is shown.
        requestAnimationFrame(() => sheet.current?.focus());
      },
    },
  ]);
  return (
    <>
      <Group gap="xs" justify="space-between">
        <Text role="status" fw={600} {...(count > MOST_LABELS ? { c: 'red' } : {})}>
          {count > MOST_LABELS
            ? t('sheet.tooMany', { labels: format.count(count), atMost: format.count(MOST_LABELS) })
            : `${t('sheet.labels', { count })} · ${t('sheet.page', { page: page + 1, pages: Math.max(1, pages.length) })}`}
        </Text>
        {pages.length > 1 && (
          <Group gap="xs">
            <KeyButton
              keys={labelKeys.earlierPage}
              variant="default"
              label={t('sheet.earlier')}
              icon={<IconChevronLeft size={18} />}
              disabled={page === 0}
              run={() => setWanted(page - 1)}
            />
            <KeyButton
              keys={labelKeys.laterPage}
              variant="default"
              label={t('sheet.later')}
              icon={<IconChevronRight size={18} />}
              disabled={page >= pages.length - 1}
              run={() => setWanted(page + 1)}
            />
          </Group>
        )}
      </Group>
      {isSheet && (
        <Text size="sm" c="dimmed">
          {t('sheet.hint', { key: labelKeys.toSheet })}
        </Text>
      )}
      <SheetPicture
        layout={layout}
        labels={pages[page] ?? []}
        drawings={drawings}
        page={page}
        pages={Math.max(1, pages.length)}
        startAt={startAt}
        onStartAt={onStartAt}
        sheet={sheet}
      />
    </>
  );
}
