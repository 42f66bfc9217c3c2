import type { LabelDrawing } from '#shared/contract/labels';
import type { LabelLayout, PlacedLabel } from '#shared/kernel/label-sheets';
import { PageLabels } from './label-drawing';
import classes from './sheet.module.css';

interface LabelPaperProps {
  layout: LabelLayout;
  pages: ReadonlyArray<readonly PlacedLabel[]>;
  drawings: ReadonlyArray<LabelDrawing | undefined>;
}

/** All pages of labels in their exact size, as sent to the system's printer. */
export function LabelPaper({ layout, pages, drawings }: LabelPaperProps) {
  const size = { width: `${layout.pageWidthMm}mm`, height: `${layout.pageHeightMm}mm` };
  return pages.map((labels, page) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a page is identified by its number
    <div key={page} className={classes.paper} style={{ ...size, height: `calc(${size.height} - 0.1mm)` }}>
      <svg viewBox={`0 0 ${layout.pageWidthMm} ${layout.pageHeightMm}`} style={size} aria-hidden>
        <PageLabels layout={layout} labels={labels} drawings={drawings} />
      </svg>
    </div>
  ));
}
