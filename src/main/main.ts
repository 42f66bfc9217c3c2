import path from 'node:path';
import { app, dialog } from 'electron';
import { announceAlerts } from '#main/desktop/alert-notifications';
import { registerAppProtocol, serveAppProtocol } from '#main/desktop/app-protocol';
import { keychainBox } from '#main/desktop/keychain-box';
import { openMainWindow, showMainWindow } from '#main/desktop/main-window';
import { debuggingSwitch } from '#main/desktop/refused-switches';
import { refuseNavigation, refusePermissions } from '#main/desktop/security';
import { handOutPorts } from '#main/desktop/window-port';
import { dataFolder } from '#main/platform/files/data-folder';
import { keepPrivate } from '#main/platform/files/private-files';
import { openWindowFiles } from '#main/platform/files/window-files';
import { endFailedStart } from '#main/platform/start/failed-start';
import { StartFailure } from '#main/platform/start/start-failure';
import { openProgram, type Program } from '#main/program';

const exit = (code: number) => app.exit(code);
const cannotStart = (error: unknown) =>
  endFailedStart(error, {
    tell(sentence) {
      // For a person who started it in a terminal.
      process.stderr.write(`${sentence}\n`);
      dialog.showErrorBox('Tillroom cannot start', sentence);
    },
    exit,
  });

/** Runs before Electron is ready, because Electron then writes to the data folder too. */
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

/** Refuses debugging of the packaged program, which would let others act in its window. @throws StartFailure */
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
