import { rmSync } from 'node:fs';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { ContractClient } from '#shared/contract/index';
import { startApp } from '../../support/app';
import { packApp } from '../../support/packed-app';
import { setupCodeIn } from '../../support/socket-client';
import { temporaryFolder } from '../../support/temporary-folder';

const MINUTE_MS = 60_000;
const folder = temporaryFolder();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The calls over the app's own socket, as its window uses them. */
async function connect(url: string, token?: string): Promise<ContractClient> {
  const { host, origin } = new URL(url);
  const socket = new WebSocket(`ws://${host}/rpc`, { origin });
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const setupCode = setupCodeIn(url);
  const headers = () => ({
    ...(setupCode ? { 'setup-code': setupCode } : {}),
    'idempotency-key': crypto.randomUUID(),
    ...(token ? { authorization: `Bearer ${token}` } : {}),
  });
  return createORPCClient(new RPCLink({ websocket: socket as never, headers }));
}

// The archive holds the native libraries of the platform it is packed for, here Linux.
test.runIf(process.platform === 'linux')(
  'the packed app sells, and prints the receipt',
  { timeout: 3 * MINUTE_MS },
  async () => {
    const unpacked = await packApp(folder);
    const app = await startApp(path.join(folder, 'data'), {}, path.join(unpacked, 'out/main/serve.js'));
    try {
      const window = await fetch(app.url);
      expect(await window.text()).toContain('<div id="root">');

      const nobody = await connect(app.url);
      const { signIns } = await nobody.stores.createDemoStore({});
      const cashier = signIns.find(({ role }) => role === 'cashier');
      if (!cashier) throw new Error('The demo store has no cashier');
      const { token } = await nobody.people.signIn({ login: cashier.username, password: cashier.password });

      const { sales, catalogue } = await connect(app.url, token);
      const { rows } = await catalogue.findProducts({ text: '' });
      const [product] = rows;
      if (!product) throw new Error('The demo store has no goods');
      const { ticketId, cashDueMinor } = await sales.addLine({ productId: product.id });
      const receipt = await sales.completeTicket({
        ticketId,
        tenders: [{ kind: 'cash', amountMinor: cashDueMinor }],
      });
      expect(receipt.totalMinor + receipt.cashRoundingMinor).toBe(cashDueMinor);

      const pdf = await sales.receiptPdf({ orderId: receipt.orderId, copy: false });
      expect(await pdf.slice(0, 5).text()).toBe('%PDF-');
    } finally {
      await app.stop();
    }
  },
);
