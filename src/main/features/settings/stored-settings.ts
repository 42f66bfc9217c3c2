import { backupsOf, StoreFileError } from '#main/platform/database/store-file-error';
import { storeSettings } from '#shared/contract/settings';
import { unknownHere } from './settings-rules';

interface StoredSetting {
  key: string;
  value: string;
}

/**
 * Checks the settings in a store's file when it is opened: another program may have changed them, or this version of
 * Tillroom does not know the time zone. With a wrong time zone, sales would count on the wrong day.
 * @param stored the settings as they are in the file, each as JSON; none before the first run
 * @throws StoreFileError that names the setting
 */
export function assertUsable(stored: readonly StoredSetting[], file: string): void {
  const values = Object.fromEntries(stored.map(({ key, value }) => [key, parse(key, value, file)]));
  if (!('name' in values)) return;
  const { success, data, error } = storeSettings.safeParse(values);
  if (!success) throw unusable(String(error.issues[0]?.path[0] ?? 'name'), file, error);
  const [unknown] = unknownHere(data);
  if (unknown === undefined) return;
  throw new StoreFileError(
    `The store in ${file} is set to the ${unknown.what} "${unknown.value}", which this version of Tillroom does not know. Install the newest Tillroom, or put back the newest copy from ${backupsOf(file)}.`,
    { problem: 'SETTING_UNUSABLE' },
  );
}

function parse(key: string, value: string, file: string): unknown {
  try {
    return JSON.parse(value);
  } catch (error) {
    throw unusable(key, file, error);
  }
}

function unusable(key: string, file: string, cause: unknown): StoreFileError {
  return new StoreFileError(
    `The setting "${key}" in ${file} is damaged. Put back the newest copy from ${backupsOf(file)}.`,
    { problem: 'SETTING_UNUSABLE', cause },
  );
}
