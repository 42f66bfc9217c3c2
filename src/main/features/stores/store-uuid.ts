import type { Database } from '#main/platform/database/database';

/** The unique id of the store in an open file: a UUIDv7, created with the file. */
export function storeUuid(database: Database): string {
  return database.read((reader) => reader.prepare<[], string>('SELECT uuid FROM store').pluck().get()) ?? '';
}
