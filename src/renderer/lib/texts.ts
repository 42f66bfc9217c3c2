import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolated } from './isolated';

type Texts = Record<string, unknown>;

/** Every file of texts/en, each a namespace of its own name. */
const files = import.meta.glob<Texts>('../texts/en/*.json', { eager: true, import: 'default' });

const english = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]),
);

/** Makes the texts ready; to be awaited before anything is shown. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    defaultNS: 'common',
    ns: Object.keys(english),
    resources: { en: english },
    // React escapes what it shows; here values are only kept from reordering the sentence they are in.
    interpolation: { escapeValue: true, escape: isolated },
  });
}
