import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';

const root = path.resolve(import.meta.dirname, '../..');
const serveEntry = path.join(root, 'out/main/serve.js');

/** How a process ended: its exit code or signal. */
export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** The built browser entry as a process, from its start on. */
export interface Program {
  process: ChildProcess;
  /** What it has printed so far, line by line. */
  lines: string[];
  /** What it has printed to standard error so far. */
  complaint(): string;
  /** Its address once it can be reached, or null if it ended before. */
  opened: Promise<string | null>;
  ended: Promise<Ending>;
}

/** Starts the built browser entry on a data folder; it can end before it can be reached. */
export function startProgram(folder: string, env: Record<string, string> = {}, entry = serveEntry): Program {
  const child = spawn(process.execPath, [entry], {
    cwd: root,
    env: { ...process.env, TILLROOM_DATA: folder, TILLROOM_PORT: '0', TILLROOM_LOG: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let complaint = '';
  child.stderr.on('data', (chunk) => {
    complaint += String(chunk);
  });
  const ended = new Promise<Ending>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal })),
  );
  const opened = new Promise<string | null>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const url = /^Tillroom is open at (\S+)$/.exec(line)?.[1];
      if (url) resolve(url);
    });
    ended.then(
      () => resolve(null),
      () => resolve(null),
    );
  });
  return { process: child, lines, complaint: () => complaint, opened, ended };
}
