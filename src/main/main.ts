import path from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder';
import { StoreFileError } from './database/store-file-error';
import { announceAlerts } from './desktop/alert-notifications';
import { registerAppProtocol, serveAppProtocol } from './desktop/app-protocol';
import { keychainBox } from './desktop/keychain-box';
import { openMainWindow, showMainWindow } from './desktop/main-window';
import { debuggingSwitch } from './desktop/refused-switches';
import { refuseNavigation, refusePermissions } from './desktop/security';
import { handOutPorts } from './desktop/window-port';
import { keepPrivate } from './private-files';
import { openProgram } from './program';
import { openWindowFiles } from './window-files';

const folder = dataFolder();
// Before Electron writes to it, too.
const openToOthers = keepPrivate(folder);
app.setPath('userData', path.join(folder, 'window'));

/** Opens the store and then the window; what goes wrong before there is a window is shown as a sentence. */
async function start(): Promise<void> {
  const { store, close } = await openProgram({
    folder,
    openToOthers,
    keychain: keychainBox,
    tell: (sentence) => dialog.showErrorBox('Tillroom has to close', sentence),
    exit: (code) => app.exit(code),
  });
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

const refusedSwitch = debuggingSwitch();
if (refusedSwitch !== undefined) {
  dialog.showErrorBox(
    'Tillroom cannot start',
    `Tillroom was started with --${refusedSwitch}, which lets other programs act in its window. Start it without that.`,
  );
  app.exit(1);
} else if (app.requestSingleInstanceLock()) {
  app.enableSandbox();
  registerAppProtocol();
  refuseNavigation();
  app.on('second-instance', showMainWindow);
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox(
        'Tillroom cannot start',
        error instanceof StoreFileError ? error.message : String(error),
      );
      app.exit(1);
    });
} else {
  app.quit();
}
