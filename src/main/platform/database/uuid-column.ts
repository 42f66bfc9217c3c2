import { Column } from 'typeorm';

/**
 * SQL for a UUIDv7 (RFC 9562, section 5.7), generated when a row is inserted: 48 bits of milliseconds since 1970, so
 * that rows sort by creation time, and 74 random bits.
 */
export const NEW_UUID = `printf('%08x-%04x-7%03x-%04x-%s', CAST(unixepoch('subsec') * 1000 AS INTEGER) >> 16, CAST(unixepoch('subsec') * 1000 AS INTEGER) & 65535, random() & 4095, 32768 | (random() & 16383), lower(hex(randomblob(6))))`;

/** The UUID column of rows that can be sent to another store or a head office, where their ids mean something else. */
export function UuidColumn(): PropertyDecorator {
  return Column('text', { default: () => NEW_UUID });
}
