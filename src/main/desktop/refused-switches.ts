import { app } from 'electron';

/** Switches that let another program inspect the window or this process and act for the signed-in person. */
const DEBUGGING = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
];

/** The debugging switch that an installed Tillroom was started with; undefined for none and during development. */
export function debuggingSwitch(): string | undefined {
  return app.isPackaged ? DEBUGGING.find((name) => app.commandLine.hasSwitch(name)) : undefined;
}
