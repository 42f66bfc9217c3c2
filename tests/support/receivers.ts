import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { stocked, ticketOf } from './sales';
import type { TestShop } from './test-store';

/** The only password that the mail server accepts. */
export const MAIL_PASSWORD = 'a password that nobody may read';

export interface MailServer {
  port: number;
  /** The received mails: the addresses, and the whole mail as sent over the wire. */
  mails: { to: string[]; text: string }[];
  /** Refuses each recipient from now on, as a server does that relays no mail. */
  refuseRecipients: boolean;
  close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const portOf = (server: { address(): AddressInfo | string | null }): number =>
  (server.address() as AddressInfo).port;

/** A mail server on this machine that needs no sign-in but refuses a wrong password. */
export async function mailServer(): Promise<MailServer> {
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    // It echoes what it was sent, as a careless server might.
    onAuth: ({ password }, _session, done) =>
      password === MAIL_PASSWORD ? done(null, { user: 'shop' }) : done(new Error(`Not ${password}`)),
    onRcptTo: (_address, _session, done) =>
      receiver.refuseRecipients ? done(new Error('Relay denied')) : done(),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        receiver.mails.push({ to, text: Buffer.concat(chunks).toString('utf8') });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const receiver: MailServer = {
    port: portOf(server.server),
    mails: [],
    refuseRecipients: false,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
  return receiver;
}

export interface Slack {
  messages: string[];
  /** The HTTP status that it responds with. */
  status: number;
  /** The value of `slackHost` for this server. */
  host: string;
  /** An incoming webhook of this server. */
  webhook(way: string): string;
  close(): Promise<unknown>;
}

/** A replacement for Slack: accepts messages, or refuses them and echoes the requested address. */
export async function slackServer(): Promise<Slack> {
  const server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const taken = slack.status === 200;
      if (taken) slack.messages.push((JSON.parse(body) as { text: string }).text);
      response.writeHead(slack.status).end(taken ? 'ok' : `no_service at ${request.url}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const slack: Slack = {
    messages: [],
    status: 200,
    host: `${LOOPBACK}:${portOf(server)}`,
    webhook: (way) => `http://${slack.host}/${way}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
  return slack;
}

/** A port of this machine without a listener. */
export async function closedPort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Sets a local mail server for a shop, and the address for all its alerts. */
export function useMailServer(shop: TestShop, port: number) {
  return shop.as('admin').settings.change({
    smtpHost: LOOPBACK,
    smtpPort: port,
    smtpSecurity: 'none',
    mailFrom: 'till@shop.example',
    alertMailTo: 'alerts@shop.example',
  });
}

/** Sells a product down to its threshold, through the router. */
export async function runLow(shop: TestShop, name = 'Tea'): Promise<void> {
  const productId = await stocked(shop, { name, priceMinor: 500, onHandMilli: 3000, thresholdMilli: 2000 });
  await sellOne(shop, productId);
}

export async function sellOne(shop: TestShop, productId: number): Promise<void> {
  const till = shop.as('cashier');
  const ticketId = await ticketOf(till, [productId, 1000]);
  await till.sales.completeTicket({ ticketId, tenders: [{ kind: 'card', amountMinor: 500 }] });
}
