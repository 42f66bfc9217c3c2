import type { OpenDatabase } from '#main/platform/database/database';
import type { Reader, Tx } from '#main/platform/work/connections';

/** The writing connection, for a test that works below the window's calls and outside any unit of work. */
export const txOf = ({ database }: { database: OpenDatabase }): Tx => database.handle as Tx;

/** The reading connection, for a test that works below the window's calls. */
export const readerOf = ({ database }: { database: OpenDatabase }): Reader => database.reader as Reader;
