import { setTimeout as wait } from 'node:timers/promises';
import type { ContractClient } from '#shared/contract/index';
import { looked } from '../../support/imports';
import type { Person } from '../person';
import { IMPORTED, type SentFile, type Shop } from '../shop';
import { type Action, STOCK_PEOPLE } from './action';

const LONGEST_WAIT_MS = 400;

/** A file of new products, each with stock and in a category of the file's own. */
function fileOf(prefix: string, rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${prefix} row ${row},${prefix}-${row},1.50,Group ${prefix},7`,
  );
  return ['Name,SKU,Price,Category,Stock', ...lines].join('\n');
}

/** A client of the whole contract for a person, for helpers shared with tests. */
function clientOf(person: Person): ContractClient {
  const feature = (name: string) =>
    new Proxy(
      {},
      { get: (_, call) => (input: unknown) => person.read(name as never, call as never, input as never) },
    );
  return new Proxy({}, { get: (_, name) => feature(String(name)) }) as ContractClient;
}

/** Waits a while for an import to end; returns whether it was seen to succeed. */
async function seenDone(person: Person, jobId: number): Promise<boolean> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while (performance.now() < until) {
    const job = (await person.read('jobs', 'list')).find(({ id }) => id === jobId);
    if (job?.state === 'done') return true;
    if (job?.state !== 'running') return false;
    if (person.random.chance(0.02)) await person.read('jobs', 'cancel', { id: jobId });
    await wait(10);
  }
  return false;
}

async function importFile(person: Person, { files, locations }: Shop): Promise<void> {
  const { random } = person;
  const rows = random.chance(0.1) ? 400 : random.between(3, 30);
  const prefix = `${IMPORTED}${files.length}-${random.between(1, 1e6)}`;
  const { fileId, choices } = await looked(clientOf(person), fileOf(prefix, rows), {
    newCategories: 'make',
    locationId: locations.find(({ isOpen }) => isOpen)?.id ?? 1,
  });
  if (random.chance(0.1)) {
    await person.read('imports', 'discard', { fileId });
    return;
  }
  if (random.chance(0.3)) await person.read('imports', 'preview', { fileId, choices });
  const file: SentFile = { prefix, rows, importId: null, isDone: false };
  files.push(file);
  const { importId, jobId } = await person.read('imports', 'start', { fileId, choices });
  file.importId = importId;
  file.isDone = await seenDone(person, jobId);
}

/** Product files. */
export const importActions: readonly Action[] = [
  { name: 'import a file', weight: 0.5, roles: STOCK_PEOPLE, act: importFile },
];
