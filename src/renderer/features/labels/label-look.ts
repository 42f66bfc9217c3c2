import { useState } from 'react';
import { z } from 'zod';
import { type LabelLook, labelDesign } from '#shared/contract/labels';
import { LABEL_LAYOUT_IDS } from '#shared/kernel/label-sheets';

const KEY = 'tillroom.labels';

const stored = z.object({
  layout: z.enum(LABEL_LAYOUT_IDS),
  design: labelDesign,
  show: z.object({ price: z.boolean(), unitPrice: z.boolean(), barcode: z.boolean() }),
});

const FIRST: LabelLook = {
  layout: 'a4-3x8',
  design: 'shelf',
  show: { price: true, unitPrice: true, barcode: true },
};

/** The design and paper of labels; remembered on this machine, because its printer holds that paper. */
export function useLabelLook(): [LabelLook, (look: LabelLook) => void] {
  const [look, setLook] = useState(lastLook);
  return [
    look,
    (next) => {
      localStorage.setItem(KEY, JSON.stringify(next));
      setLook(next);
    },
  ];
}

function lastLook(): LabelLook {
  try {
    return stored.parse(JSON.parse(localStorage.getItem(KEY) ?? ''));
  } catch {
    return FIRST;
  }
}
