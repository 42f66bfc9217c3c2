import { ipcMain, MessageChannelMain } from 'electron';
import { portHandler } from '#main/platform/rpc/transports';
import type { Store } from '#main/store';
import { isOwnAddress } from './security';

/** Gives pages of our own window, and no others, a port to the store's router when they ask for it. */
export function handOutPorts(store: Store): void {
  const handler = portHandler(store);
  ipcMain.on('tillroom:ask', (event) => {
    const frame = event.senderFrame;
    if (!frame || frame.parent !== null || !isOwnAddress(frame.url)) return;
    const { port1, port2 } = new MessageChannelMain();
    handler.upgrade(port1, { context: { entry: 'desktop' } });
    port1.start();
    event.sender.postMessage('tillroom:port', null, [port2]);
  });
}
