import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { connection } from './connection';

/** A link over the MessagePort that the desktop app passes to this window on request. */
export class PortLink<Context extends ClientContext> implements ClientLink<Context> {
  readonly #link: Promise<RPCLink<Context>>;

  constructor(headers: (options: ClientOptions<Context>) => Record<string, string>) {
    this.#link = askForPort().then((port) => {
      port.addEventListener('close', () => connection.set('lost'));
      const link = new RPCLink<Context>({ port, headers });
      port.start();
      connection.set('open');
      return link;
    });
  }

  async call(path: readonly string[], input: unknown, options: ClientOptions<Context>): Promise<unknown> {
    const link = await this.#link;
    return link.call(path, input, options);
  }
}

function askForPort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent): void => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== 'tillroom:port' || !port) return;
      window.removeEventListener('message', onMessage);
      resolve(port);
    };
    window.addEventListener('message', onMessage);
    window.postMessage('tillroom:ask', window.location.origin);
  });
}
