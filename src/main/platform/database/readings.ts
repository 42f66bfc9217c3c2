import type { ReadingRun, ReadingTypes } from '#main/platform/reading/reading';
import type { Reader } from '#main/platform/work/connections';
import { firstDamage } from './damage';

/** The readings of the database itself. */
export const databaseReadings = {
  /** The first damage of the store's file; null if it is sound. */
  'database.damage': (reader: Reader, _input: null, { signal }: ReadingRun): string | null =>
    firstDamage(reader, signal) ?? null,
};

export type DatabaseReadings = ReadingTypes<typeof databaseReadings>;
