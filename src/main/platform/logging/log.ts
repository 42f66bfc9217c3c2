import pino, { type Logger } from 'pino';
import { StartFailure } from '#main/platform/start/start-failure';
import { LogFile, type LogState } from './log-file';

export type Log = Logger;

/** Fields that must never reach a log; the error of a failed statement has its values in `parameters`. */
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

const LEVELS = [...Object.keys(pino.levels.values), 'silent'];

/** The options of all logs of the program. */
export const LOG_OPTIONS = {
  base: null,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
};

/**
 * Opens the program's log: JSON lines in a folder, in files of one day and at most 10 MB; the last 14 are kept.
 * `TILLROOM_LOG` sets the level. Logging never throws; `state` tells whether it works.
 * @throws StartFailure for an unknown level
 */
export function openLog(folder: string): { log: Log; state: LogState } {
  const level = chosenLevel();
  const file = new LogFile({ folder });
  return { log: pino({ ...LOG_OPTIONS, level }, file), state: file };
}

function chosenLevel(): string {
  const level = process.env.TILLROOM_LOG || 'info';
  if (LEVELS.includes(level)) return level;
  throw new StartFailure(`TILLROOM_LOG is "${level}". Set it to one of ${LEVELS.join(', ')}.`);
}

/** The log of one part, by its name. */
export function logOf(log: Log, part: string): Log {
  return log.child({ part });
}
