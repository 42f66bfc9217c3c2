import type { InitOptions, Resource } from 'i18next';
import { isolated } from './isolated';

/** How texts are looked up and filled in: for the window, and for tests that read the same texts. */
export const textOptions = (english: Resource[string]) =>
  ({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(english),
    resources: { en: english },
    // React escapes what it shows; here values are only kept from reordering the sentence they are in.
    interpolation: { escapeValue: true, escape: isolated },
  }) satisfies InitOptions;
