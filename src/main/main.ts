import path from 'node:path';
import { app, dialog } from 'electron';
import { dataFolder } from './data-folder';
import { lockFolder } from './database/folder-lock';
import { StoreFileError } from './database/store-file-error';
import { fillDemoStore } from './demo';
import { announceAlerts } from './desktop/alert-notifications';
import { registerAppProtocol, serveAppProtocol } from './desktop/app-protocol';
import { keychainBox } from './desktop/keychain-box';
import { openMainWindow, showMainWindow } from './desktop/main-window';
import { refuseNavigation, refusePermissions } from './desktop/security';
import { handOutPorts } from './desktop/window-port';
import { openLog } from './log';
import { openStore } from './store';
import { openWindowFiles } from './window-files';

const folder = dataFolder();
app.setPath('userData', path.join(folder, 'window'));

/** Opens the store and then the window; what goes wrong before there is a window is shown as a sentence. */
async function start(): Promise<void> {
  const lock = lockFolder(folder);
  const log = openLog(path.join(folder, 'logs'));
  const store = await openStore({ folder, log, keychain: keychainBox() });
  if (process.env.TILLROOM_DEMO === '1')
    await fillDemoStore(store, (line) => process.stdout.write(`${line}\n`));
  refusePermissions();
  serveAppProtocol(openWindowFiles(path.join(import.meta.dirname, '../renderer')));
  handOutPorts(store);
  announceAlerts(store);
  await openMainWindow();

  let closed = false;
  app.on('before-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void store.close().then(() => {
      closed = true;
      lock.release();
      app.quit();
    });
  });
}

if (app.requestSingleInstanceLock()) {
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
