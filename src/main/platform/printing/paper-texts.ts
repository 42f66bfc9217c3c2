import { createInstance } from 'i18next';
import type { Lookup } from '#shared/documents/blocks';
import { textOptions } from '#shared/kernel/text-options';
import paper from '#shared/texts/en/paper.json' with { type: 'json' };

const texts = createInstance();
void texts.init({
  ...textOptions({ paper }),
  defaultNS: 'paper',
  initAsync: false,
  // The PDF orders right-to-left values itself.
  interpolation: { escapeValue: false },
});

/** The texts for paper in the language of a locale, or in English if there are none. */
export function paperTexts(locale: string): Lookup {
  return texts.getFixedT(locale) as Lookup;
}
