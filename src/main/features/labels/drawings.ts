import type { DrawingTypes } from '#main/platform/printing/drawing';
import { paperTexts } from '#main/platform/printing/paper-texts';
import type { LabelDrawing, LabelLook, LabelRef } from '#shared/contract/labels';
import { inWords, type PaperStore } from '#shared/documents/blocks';
import { LABELS_TITLE } from '#shared/documents/label';
import { LABEL_LAYOUTS } from '#shared/kernel/label-sheets';
import { contentOf, type LabelledGoods } from './label-content';
import { labelPdf, setLabels } from './label-pages';
import { drawingOf } from './label-setter';

/** What labels are drawn from. */
interface LabelOrder<Item> {
  items: ReadonlyArray<Item & { labelled: LabelledGoods }>;
  look: LabelLook;
  store: PaperStore;
}

/** The drawings of labels. */
export const labelDrawings = {
  /** One label of each item, for a preview. */
  'labels.preview'({ items, look, store }: LabelOrder<{ ref: LabelRef }>): LabelDrawing[] {
    const contents = items.map(({ labelled }) => contentOf(labelled, look, store));
    const labels = setLabels(LABEL_LAYOUTS[look.layout], contents);
    return items.flatMap(({ ref }, index) => {
      const label = labels[index];
      return label ? [drawingOf(ref, label)] : [];
    });
  },

  /** The labels as PDF. */
  'labels.pdf'({ items, look, store, startAt }: LabelOrder<{ copies: number }> & { startAt: number }) {
    return labelPdf({
      title: inWords(LABELS_TITLE, paperTexts(store.locale)),
      layout: LABEL_LAYOUTS[look.layout],
      labels: items.map(({ labelled, copies }) => ({ content: contentOf(labelled, look, store), copies })),
      startAt,
    });
  },
};

export type LabelDrawings = DrawingTypes<typeof labelDrawings>;
