import path from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder';
import { announceAlerts } from './desktop/alert-notifications';
import { registerAppProtocol, serveAppProtocol } from './desktop/app-protocol';
import { keychainBox } from './desktop/keychain-box';
import { openMainWindow, showMainWindow } from './desktop/main-window';
import { refuseNavigation, refusePermissions } from './desktop/security';
import { handOutPorts } from './desktop/window-port';
import { endFailedStart } from './failed-start';
import { keepPrivate } from './private-files';
import { openProgram, type Program } from './program';
import { openWindowFiles } from './window-files';

const exit = (code: number) => app.exit(code);
const cannotStart = (error: unknown) =>
  endFailedStart(error, {
    tell(sentence) {
      // Whoever starts it in a terminal looks there.
      process.stderr.write(`${sentence}\n`);
      dialog.showErrorBox('Tillroom cannot start', sentence);
    },
    exit,
  });

/** What comes before Electron is ready: it then writes to the data folder, too. */
function prepare(): void {
  const folder = dataFolder();
  const openToOthers = keepPrivate(folder);
  app.setPath('userData', path.join(folder, 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
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
