import path from 'node:path';
import { BrowserWindow, Menu } from 'electron';
import { WINDOW_ORIGIN } from './security';

/** Opens the only window: sandboxed, isolated, without Node, and shown once its content is ready. */
export async function openMainWindow(): Promise<BrowserWindow> {
  Menu.setApplicationMenu(null);
  const window = new BrowserWindow({
    title: 'Tillroom',
    width: 1280,
    height: 800,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    backgroundColor: '#101418',
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${WINDOW_ORIGIN}/`);
  return window;
}

/** Brings the window to the front, also when it was minimized or hidden. */
export function showMainWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.show();
  window?.focus();
}
