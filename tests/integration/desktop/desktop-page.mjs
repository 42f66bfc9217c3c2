// The page's side of the desktop: the built preload in its own window, with the Electron stand-in.
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { ipcMain, ipcRenderer, record } from 'electron';

export const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

export async function until(condition) {
  for (let tries = 0; tries < 500 && !condition(); tries += 1) await settled();
  if (!condition()) throw new Error('It never came to that.');
}

function openPage(url, parent = null) {
  const listeners = [];
  const page = { ports: [], window: null };
  const window = {
    location: { origin: new URL(url).origin === 'null' ? url.replace(/\/$/, '') : new URL(url).origin },
    addEventListener: (type, listener) => type === 'message' && listeners.push(listener),
    postMessage: (data, _origin, ports = []) => {
      if (data === 'tillroom:port') page.ports.push(...ports);
      for (const listener of listeners) listener({ source: window, data, ports });
    },
  };
  page.window = window;
  const sandbox = createContext({
    window,
    require: () => ({ ipcRenderer }),
    module: { exports: {} },
    exports: {},
  });
  runInContext(readFileSync(new URL('../../../out/preload/preload.cjs', import.meta.url), 'utf8'), sandbox);
  const { webContents } = record.windows[0];
  ipcRenderer.on('sent', (channel) =>
    ipcMain.emit(channel, { sender: webContents, senderFrame: { url, parent } }),
  );
  webContents.on('to-renderer', (channel, _message, ports) => ipcRenderer.emit(channel, { ports }));
  return page;
}

function closePages() {
  ipcRenderer.removeAllListeners();
  record.windows[0].webContents.removeAllListeners('to-renderer');
}

/** The port that a page of this address receives when it requests one, or undefined if it receives none. */
export async function portFor(url, parent) {
  const page = openPage(url, parent);
  page.window.postMessage('tillroom:ask');
  await settled();
  closePages();
  return page.ports[0];
}

/**
 * A client of the store on such a port.
 * @param {() => string | undefined} tokenNow the token of the session that calls are made in
 */
export function clientOn(port, tokenNow) {
  port.start();
  const headers = () => {
    const token = tokenNow();
    return token ? { authorization: `Bearer ${token}` } : {};
  };
  return createORPCClient(new RPCLink({ port, headers }));
}
