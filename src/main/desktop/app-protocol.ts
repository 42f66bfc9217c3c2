import { protocol } from 'electron';
import type { WindowFiles } from '#main/platform/files/window-files';
import { WINDOW_ORIGIN } from './security';

/** Registers a secure origin of our own with the privileges of https. Must run before Electron is ready. */
export function registerAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true },
    },
  ]);
}

/** Serves the window's files, and nothing else, from app://tillroom. */
export function serveAppProtocol(files: WindowFiles): void {
  protocol.handle('app', async (request) => {
    const address = new URL(request.url);
    if (`${address.protocol}//${address.host}` !== WINDOW_ORIGIN || request.method !== 'GET') {
      return new Response('Not found', { status: 404 });
    }
    const file = await files(address.pathname);
    return new Response(Buffer.from(file.body), { status: file.status, headers: file.headers });
  });
}
