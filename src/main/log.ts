import path from 'node:path';
import pino, { type Logger } from 'pino';

export type Log = Logger;

/** What must never reach a log, wherever it stands in a record. */
const SECRETS = ['password', 'newPassword', 'pin', 'newPin', 'token', 'authorization', 'recoveryCode'];

/**
 * The program's log as JSON lines, rotated daily and at 10 MB, the last 14 kept, in the data folder; to the terminal
 * where there is no folder. `TILLROOM_LOG` sets the level. Each part logs under its own name.
 */
export function openLog(folder: string | null): Log {
  const options = {
    level: process.env.TILLROOM_LOG ?? 'info',
    base: null,
    redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
  };
  if (folder === null) return pino(options, pino.destination(2));
  return pino(
    options,
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
