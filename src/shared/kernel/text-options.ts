import type { InitOptions, Resource } from 'i18next';
import { isolated } from './isolated';

/** The i18next options of all that show texts: the window, paper, and tests that read the same texts. */
export const textOptions = (english: Resource[string]) =>
  ({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(english),
    resources: { en: english },
    // React escapes output; this only keeps values from reordering the sentence around them.
    interpolation: { escapeValue: true, escape: isolated },
  }) satisfies InitOptions;
