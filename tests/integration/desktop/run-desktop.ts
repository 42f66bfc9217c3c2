import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const here = import.meta.dirname;

/**
 * Runs the built main bundle on the Electron stand-in with a script of this folder; returns what the script recorded.
 */
export async function runDesktop(script: string, folder: string, env: Record<string, string> = {}) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', path.join(here, 'stand-in/register.mjs'), path.join(here, script)],
    { env: { ...process.env, TILLROOM_DATA: folder, TILLROOM_LOG: 'warn', ...env }, timeout: 60_000 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
}
