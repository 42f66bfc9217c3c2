import i18next, { type ResourceKey } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { textOptions } from '#shared/kernel/text-options';

/** All files of texts/en; each file name is a namespace. */
const files = import.meta.glob<ResourceKey>('../../shared/texts/en/*.json', {
  eager: true,
  import: 'default',
});

const english = Object.fromEntries(
  Object.entries(files).map(([path, texts]) => [path.replace(/^.*\/|\.json$/g, ''), texts]),
);

/** Loads the texts; await this before anything is shown. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init(textOptions(english));
}
