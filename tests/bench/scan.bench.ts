import { codesInMix, openBenchShop, openCopy } from './bench-shop';
import { median, millisecondsOf, printRatio, printTime } from './measure';

const ROUNDS = 7;
const SCANS_A_ROUND = 150;

const shop = await openBenchShop();
const codes = codesInMix(shop.store.database.handle);
const bareFile = openCopy(shop, 'bare.sqlite');
bareFile.exec('CREATE TABLE bare_row (id INTEGER PRIMARY KEY, product INTEGER, quantity INTEGER)');
const bareInsert = bareFile.prepare('INSERT INTO bare_row (product, quantity) VALUES (?, ?)');
const { sales } = shop.as('cashier');

/** Scans against bare commits; a new ticket is started after this many lines. */
async function measure(name: string, linesAtMost: number, atMost: number): Promise<void> {
  const ratios: number[] = [];
  const all: number[] = [];
  let next = 0;
  let lines = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = { scan: [] as number[], bare: [] as number[] };
    for (let index = 0; index < SCANS_A_ROUND; index += 1) {
      if (lines === linesAtMost) {
        const ticket = await sales.currentTicket();
        if (ticket) await sales.voidTicket({ ticketId: ticket.id });
        lines = 0;
      }
      const code = codes[next++ % codes.length] as string;
      times.scan.push(await millisecondsOf(() => sales.scan({ code })));
      times.bare.push(await millisecondsOf(() => bareInsert.run(next, 1000)));
      lines += 1;
    }
    if (round === 0) continue;
    ratios.push(median(times.scan) / median(times.bare));
    all.push(...times.scan);
  }
  printRatio({ name: `${name} : bare one-row commit`, atMost, rounds: ratios });
  printTime(name, all);
  const ticket = await sales.currentTicket();
  if (ticket) await sales.voidTicket({ ticketId: ticket.id });
}

await measure('scan onto a ticket of up to 10 lines', 10, 1.5);
await measure('scan onto a ticket of up to 200 lines', 200, 1.6);
bareFile.close();
await shop.close();
