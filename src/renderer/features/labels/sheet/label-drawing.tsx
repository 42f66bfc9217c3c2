import type { LabelDrawing } from '#shared/contract/labels';
import type { LabelLayout, PlacedLabel } from '#shared/kernel/label-sheets';
import { placeOnPage } from '#shared/kernel/label-sheets';

interface PageLabelsProps {
  layout: LabelLayout;
  labels: readonly PlacedLabel[];
  /** One of each item of the list, in its order. */
  drawings: ReadonlyArray<LabelDrawing | undefined>;
}

const FONT = "'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif";

/** The labels of a page, at their places, in the millimetres of an SVG. */
export function PageLabels({ layout, labels, drawings }: PageLabelsProps) {
  return labels.map(({ item, place }) => {
    const drawing = drawings[item];
    const { xMm, yMm } = placeOnPage(layout, place);
    return (
      drawing && (
        <g key={place} transform={`translate(${xMm} ${yMm})`} fill="black" pointerEvents="none">
          <path d={drawing.bars} shapeRendering="geometricPrecision" />
          {drawing.texts.map((text) => (
            <text
              key={`${text.xMm} ${text.baselineMm}`}
              x={text.rightToLeft ? text.xMm + text.widthMm : text.xMm}
              y={text.baselineMm}
              direction={text.rightToLeft ? 'rtl' : 'ltr'}
              fontFamily={FONT}
              fontSize={text.sizeMm}
              fontWeight={text.bold ? 700 : 400}
              // As wide as the fonts of the PDF set it, whatever this machine's fonts are.
              textLength={text.widthMm}
              lengthAdjust="spacingAndGlyphs"
            >
              {text.text}
            </text>
          ))}
        </g>
      )
    );
  });
}
