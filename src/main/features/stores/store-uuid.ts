import type { Database } from '#main/platform/database/database';

/** What tells the store in an open file from every other store: a UUIDv7, made with the file. */
export function storeUuid(database: Database): string {
  return database.read((reader) => reader.prepare<[], string>('SELECT uuid FROM store').pluck().get()) ?? '';
}
