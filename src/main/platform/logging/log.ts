import pino, { type Logger } from 'pino';
import { StartFailure } from '#main/platform/start/start-failure';
import { LogFile, type LogState } from './log-file';

export type Log = Logger;

/** What must never reach a log, wherever it is in a record; a failed statement has its values as parameters. */
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

/** What every log of the program is made with. */
export const LOG_OPTIONS = {
  base: null,
  redact: { paths: SECRETS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '(hidden)' },
};

/**
 * The program's log as JSON lines in a folder, in files of a day and of 10 MB at most, the last 14 kept. `TILLROOM_LOG`
 * sets the level. Each part logs under its own name. Logging never throws; `state` says whether it works.
 * @throws StartFailure for a level that there is not
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
