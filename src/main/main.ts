import path from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder';
import { announceAlerts } from './desktop/alert-notifications';
import { registerAppProtocol, serveAppProtocol } from './desktop/app-protocol';
import { keychainBox } from './desktop/keychain-box';
import { openMainWindow, showMainWindow } from './desktop/main-window';
import { debuggingSwitch } from './desktop/refused-switches';
import { refuseNavigation, refusePermissions } from './desktop/security';
import { handOutPorts } from './desktop/window-port';
import { endFailedStart } from './failed-start';
import { keepPrivate } from './private-files';
import { openProgram, type Program } from './program';
import { StartFailure } from './start-failure';
import { openWindowFiles } from './window-files';

const exit = (code: number) => app.exit(code);
const cannotStart = (error: unknown) =>
  endFailedStart(error, {
    tell(sentence) {
      // A person who started it in a terminal looks there.
      process.stderr.write(`${sentence}\n`);
      dialog.showErrorBox('Tillroom cannot start', sentence);
    },
    exit,
  });

/** What comes before Electron is ready: it then writes to the data folder, too. */
function prepare(): void {
  refuseDebugging();
  const folder = dataFolder();
  const openToOthers = keepPrivate(folder);
  app.setPath('userData', path.join(folder, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  registerAppProtocol();
  refuseNavigation();
  app.on('second-instance', showMainWindow);
  app.on('window-all-closed', () => app.quit());
  const tell = (sentence: string) => dialog.showErrorBox('Tillroom must close', sentence);
  app
    .whenReady()
    .then(() => openProgram({ folder, openToOthers, keychain: keychainBox, tell, exit }, present))
    .catch(cannotStart);
}

/** A packaged program that is told to be debugged would let others act in its window. @throws StartFailure */
function refuseDebugging(): void {
  const refused = debuggingSwitch();
  if (refused === undefined) return;
  throw new StartFailure(
    `Tillroom was started with --${refused}, which lets other programs act in its window. Start it without that.`,
  );
}

async function present({ store, close }: Program): Promise<void> {
  refusePermissions();
  serveAppProtocol(openWindowFiles(path.join(import.meta.dirname, '../renderer')));
  handOutPorts(store);
  announceAlerts(store);
  await openMainWindow();

  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close().then(() => {
      state = 'closed';
      app.quit();
    });
  });
}

try {
  prepare();
} catch (error) {
  cannotStart(error);
}
