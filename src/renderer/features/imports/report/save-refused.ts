import type { TFunction } from 'i18next';
import { rpc } from '#renderer/lib/rpc';
import { saveText } from '#renderer/ui/save-text';
import { importField, importReason } from '#shared/contract/imports';

/** Keeps the placeholders of a problem's text; they are filled in where the file is written. */
const AS_IT_IS = {
  field: '{{field}}',
  value: '{{value}}',
  line: '{{line}}',
  limit: '{{limit}}',
  name: '{{name}}',
};

/** Fetches the refused rows of an import piece by piece, saves them as a file and returns its name. */
export async function saveRefused(importId: number, t: TFunction<'imports'>): Promise<string> {
  const words = {
    line: t('report.lineHeading'),
    why: t('report.whyHeading'),
    reasons: recordOf(importReason.options, (reason) => t(`reasons.${reason}`, AS_IT_IS)),
    fields: recordOf(importField.options, (field) => t(`fields.${field}`)),
  };
  const pieces: Blob[] = [];
  let offset: number | null = 0;
  let name = '';
  while (offset !== null) {
    const { fileName, csv, nextOffset } = await rpc.imports.refusedCsv({ importId, offset, words });
    pieces.push(new Blob([csv]));
    offset = nextOffset;
    name = fileName;
  }
  saveText(name, pieces, 'text/csv');
  return name;
}

function recordOf<Key extends string>(
  keys: readonly Key[],
  wordsFor: (key: Key) => string,
): Record<Key, string> {
  return Object.fromEntries(keys.map((key) => [key, wordsFor(key)])) as Record<Key, string>;
}
