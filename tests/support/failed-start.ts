import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const serveEntry = path.join(root, 'out/main/serve.js');

/** The account that owns nothing, which cases about permissions run as: root may open everything. */
const NOBODY = 65_534;
export const isRoot = process.geteuid?.() === 0;

/** What a start that was expected to fail came to. */
export interface StartOutcome {
  /** Null where it was still running, and was ended. */
  code: number | null;
  stdout: string;
  stderr: string;
}

interface Options {
  folder: string;
  env?: Record<string, string>;
  /** Runs it as an account that owns nothing, if the test runs as root. */
  asNobody?: boolean;
}

/** Starts the built browser entry on a data folder and waits until it has ended, or is open and was ended. */
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

/** Lets a folder with all that is in it belong to the account that owns nothing. */
export function giveToNobody(folder: string): void {
  chownSync(folder, NOBODY, NOBODY);
  for (const name of readdirSync(folder, { recursive: true })) {
    chownSync(path.join(folder, String(name)), NOBODY, NOBODY);
  }
}
