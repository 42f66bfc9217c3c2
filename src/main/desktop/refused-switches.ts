import { app } from 'electron';

/** What lets another program look into the window, or into this process, and act for the person who is signed in. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
];

/** The debugging switch that an installed Tillroom was started with; undefined while it is developed, or for none. */
export function debuggingSwitch(): string | undefined {
  return app.isPackaged ? DEBUGGING.find((name) => app.commandLine.hasSwitch(name)) : undefined;
}
