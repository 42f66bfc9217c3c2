import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelDrawing } from '#shared/contract/labels';
import { type LabelLayout, labelsAPage, type PlacedLabel, placeOnPage } from '#shared/kernel/label-sheets';
import { PageLabels } from './label-drawing';
import classes from './sheet.module.css';
import { stepOnSheet } from './step-on-sheet';

interface SheetPictureProps {
  layout: LabelLayout;
  labels: readonly PlacedLabel[];
  drawings: ReadonlyArray<LabelDrawing | undefined>;
  /** The shown page, from 0; labels start on the first one. */
  page: number;
  pages: number;
  startAt: number;
  onStartAt: (place: number) => void;
  sheet: RefObject<HTMLDivElement | null>;
}

/** A preview of a page. On the first sheet, arrows or a click choose the label to start with. */
export function SheetPicture(props: SheetPictureProps) {
  const { layout, labels, drawings, page, pages, startAt, onStartAt, sheet } = props;
  const { t } = useTranslation('labels');
  const places = labelsAPage(layout);
  const isChoice = page === 0 && layout.paper !== 'roll';
  const marginMm = layout.paper === 'roll' ? 0.5 : 1;
  const viewBox = [
    -marginMm,
    -marginMm,
    layout.pageWidthMm + 2 * marginMm,
    layout.pageHeightMm + 2 * marginMm,
  ].join(' ');
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = event.ctrlKey || event.altKey ? null : stepOnSheet(event.key, startAt, layout);
    if (next === null) return;
    event.preventDefault();
    onStartAt(next);
  };
  const onPointerDown = ({ target }: PointerEvent): void => {
    const place =
      target instanceof Element ? target.closest('[data-place]')?.getAttribute('data-place') : null;
    if (place) onStartAt(Number(place));
  };
  const choice = {
    role: 'slider',
    tabIndex: 0,
    'aria-label': t('sheet.startAt'),
    'aria-valuemin': 1,
    'aria-valuemax': places,
    'aria-valuenow': startAt + 1,
    'aria-valuetext': t('sheet.startAtPlace', {
      place: startAt + 1,
      row: Math.floor(startAt / layout.columns) + 1,
      column: (startAt % layout.columns) + 1,
    }),
    onKeyDown,
    onPointerDown,
  } as const;
  const picture = { role: 'img', 'aria-label': t('sheet.page', { page: page + 1, pages }) } as const;
  const start = placeOnPage(layout, startAt);
  return (
    <div ref={sheet} className={classes.picture} {...(isChoice ? choice : picture)}>
      <svg
        className={classes.sheet}
        viewBox={viewBox}
        data-roll={layout.paper === 'roll' || undefined}
        aria-hidden
      >
        <rect className={classes.page} width={layout.pageWidthMm} height={layout.pageHeightMm} />
        {layout.paper !== 'roll' &&
          Array.from({ length: places }, (_, place) => {
            const { xMm, yMm } = placeOnPage(layout, place);
            return (
              <rect
                // biome-ignore lint/suspicious/noArrayIndexKey: a position is identified by its number
                key={place}
                className={classes.place}
                x={xMm}
                y={yMm}
                width={layout.widthMm}
                height={layout.heightMm}
                rx={1}
                data-place={place}
                data-used={(page === 0 && place < startAt) || undefined}
              />
            );
          })}
        <PageLabels layout={layout} labels={labels} drawings={drawings} />
        {isChoice && (
          <rect
            className={classes.start}
            x={start.xMm}
            y={start.yMm}
            width={layout.widthMm}
            height={layout.heightMm}
            rx={1}
          />
        )}
      </svg>
    </div>
  );
}
