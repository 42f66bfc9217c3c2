import { Column } from 'typeorm';

/**
 * A UUIDv7 (RFC 9562, section 5.7), made by SQLite as a row is inserted: 48 bits of milliseconds since 1970, so that rows
 * sort by when they were made, and 74 random bits.
 */
export const NEW_UUID = `printf('%08x-%04x-7%03x-%04x-%s', CAST(unixepoch('subsec') * 1000 AS INTEGER) >> 16, CAST(unixepoch('subsec') * 1000 AS INTEGER) & 65535, random() & 4095, 32768 | (random() & 16383), lower(hex(randomblob(6))))`;

/** The column of a row that can travel to another store or a head office, where ids mean something else. */
export function UuidColumn(): PropertyDecorator {
  return Column('text', { default: () => NEW_UUID });
}
