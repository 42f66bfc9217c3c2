import type { OpenDatabase } from '#main/platform/database/database';
import type { Reader, Tx } from '#main/platform/work/connections';

/** The connection that writes, for a test that works below the calls of a window, outside of any unit of work. */
export const txOf = ({ database }: { database: OpenDatabase }): Tx => database.handle as Tx;

/** The connection that reads, for a test that works below the calls of a window. */
export const readerOf = ({ database }: { database: OpenDatabase }): Reader => database.reader as Reader;
