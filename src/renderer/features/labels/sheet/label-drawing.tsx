import type { LabelDrawing } from '#shared/contract/labels';
import type { LabelLayout, PlacedLabel } from '#shared/kernel/label-sheets';
import { placeOnPage } from '#shared/kernel/label-sheets';

interface PageLabelsProps {
  layout: LabelLayout;
  labels: readonly PlacedLabel[];
  /** One drawing per item of the list, in the same order. */
  drawings: ReadonlyArray<LabelDrawing | undefined>;
}

const FONT = "'Noto Sans', 'Noto Sans Arabic', system-ui, sans-serif";

/** The labels of a page at their positions, as SVG elements in millimetres. */
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
              // The width from the fonts of the PDF, whatever fonts this machine has.
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
