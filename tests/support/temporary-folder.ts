import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder for the files of one test. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'tillroom-'));
}
