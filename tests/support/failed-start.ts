import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const serveEntry = path.join(root, 'out/main/serve.js');

/** The account without files, used for cases about permissions, since root can open everything. */
const NOBODY = 65_534;
export const isRoot = process.geteuid?.() === 0;

/** The outcome of a start that was expected to fail. */
export interface StartOutcome {
  /** Null if it was still running and was ended. */
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  folder: string;
  env?: Record<string, string>;
  /** Runs it as an account without files if the test runs as root. */
  asNobody?: boolean;
}

/**
 * Starts the built browser entry on a data folder and waits until it has ended, or until it is open and then ends it.
 */
export async function tryToStart({ folder, env = {}, asNobody = false }: Options): Promise<StartOutcome> {
  const child = spawn(process.execPath, [serveEntry], {
    cwd: root,
    env: { ...process.env, TILLROOM_DATA: folder, TILLROOM_PORT: '0', TILLROOM_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(asNobody && isRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const outcome = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    outcome.stdout += String(chunk);
    if (outcome.stdout.includes('Tillroom is open at')) child.kill('SIGKILL');
  });
  child.stderr.on('data', (chunk) => {
    outcome.stderr += String(chunk);
  });
  const [code] = await once(child, 'close');
  return { code, ...outcome };
}

/** Gives a folder and its content to the account without files. */
export function giveToNobody(folder: string): void {
  chownSync(folder, NOBODY, NOBODY);
  for (const name of readdirSync(folder, { recursive: true })) {
    chownSync(path.join(folder, String(name)), NOBODY, NOBODY);
  }
}
