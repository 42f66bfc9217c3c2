import path from 'node:path';
import pino, { type Logger } from 'pino';

export type Log = Logger;

/** What must never reach a log, wherever it stands in a record; a failed statement bears its values as parameters. */
const SECRETS = [
  'password',
  'newPassword',
  'pin',
  'newPin',
  'token',
  'authorization',
  'recoveryCode',
  'parameters',
];

/** What every log of the program is made with. */
export const LOG_OPTIONS = {
  base: null,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
};

/**
 * The program's log as JSON lines in a folder, rotated daily and at 10 MB, the last 14 kept. `TILLROOM_LOG`
 * sets the level. Each part logs under its own name.
 */
export function openLog(folder: string): Log {
  return pino(
    { ...LOG_OPTIONS, level: process.env.TILLROOM_LOG ?? 'info' },
    pino.transport({
      target: 'pino-roll',
      options: {
        file: path.join(folder, 'tillroom'),
        frequency: 'daily',
        size: '10m',
        extension: '.log',
        mkdir: true,
        limit: { count: 14 },
      },
    }),
  );
}

/** The log of one part, by its name. */
export function logOf(log: Log, part: string): Log {
  return log.child({ part });
}
