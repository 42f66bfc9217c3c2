import { appendFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UPLOAD_PART_BYTES } from '#shared/contract/imports';
import { readerOf } from '../../support/connections';
import { ended, looked, upload } from '../../support/imports';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const imports = () => shop.as('manager').imports;
const rows = (count: number) =>
  `Name,Price\n${Array.from({ length: count }, (_, row) => `Product ${row},1.00`).join('\n')}\n`;
const outcomeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'done',
    (error) => error.code,
  );
const files = () => readdirSync(path.join(shop.folder, 'imports'));

describe('a second file of the same person', () => {
  test.for([
    ['examined', (fileId: string) => imports().examine({ fileId })],
    [
      'previewed',
      async (fileId: string) => {
        const { choices } = await looked(shop.as('storekeeper'), rows(1));
        return imports().preview({ fileId, choices });
      },
    ],
  ] as const)('replaces one that is being %s, without a failure', async ([, work]) => {
    const fileId = await upload(shop.as('manager'), rows(50_000));
    const [first, second] = await Promise.all([
      outcomeOf(work(fileId)),
      outcomeOf(
        new Promise((resolve) => setTimeout(resolve, 1)).then(() =>
          imports().startUpload({ fileName: 'second.csv', sizeBytes: 10 }),
        ),
      ),
    ]);
    expect(['done', 'NOT_FOUND']).toContain(first);
    expect(second).toBe('done');
  });

  test('does not disturb a starting import, and leaves no file behind', async () => {
    const client = shop.as('manager');
    for (let round = 0; round < 5; round += 1) {
      const { fileId, choices } = await looked(client, rows(50));
      const starting = imports().start({ fileId, choices });
      const announced = await outcomeOf(imports().startUpload({ fileName: 'second.csv', sizeBytes: 10 }));
      expect(announced).toBe('done');
      const started = await starting.catch((error) => error.code as string);
      if (typeof started === 'string') expect(started).toBe('NOT_FOUND');
      else expect((await ended(client, started.jobId)).state).toBe('done');
    }
    expect(files()).toEqual([]);
  });
});

describe('a part of a file', () => {
  test('that was only partly written is overwritten when it is repeated', async () => {
    const bytes = Buffer.from(rows(50_000));
    const parts = [bytes.subarray(0, UPLOAD_PART_BYTES), bytes.subarray(UPLOAD_PART_BYTES)];
    const { fileId } = await imports().startUpload({ fileName: 'goods.csv', sizeBytes: bytes.length });
    await imports().upload({ fileId, offset: 0, part: new File([parts[0] ?? ''], 'goods.csv') });
    // What a full disk leaves of a refused part.
    const place = path.join(shop.folder, 'imports', files()[0] ?? '');
    appendFileSync(place, parts[1]?.subarray(0, 5000) ?? '');
    await imports().upload({
      fileId,
      offset: UPLOAD_PART_BYTES,
      part: new File([parts[1] ?? ''], 'goods.csv'),
    });
    expect(statSync(place).size).toBe(bytes.length);
    expect((await imports().examine({ fileId })).rows).toBe(50_000);
  });
});

test('a file name is returned without a path, line ends or invisible characters', async () => {
  const client = shop.as('manager');
  const fileName = '../../goods\r\nX-Header: a\u202E.csv';
  const { fileId } = await client.imports.startUpload({ fileName, sizeBytes: 16 });
  await client.imports.upload({
    fileId,
    offset: 0,
    part: new File(['Name,Price\n,1.00'], 'goods.csv'),
  });
  const examined = await client.imports.examine({ fileId });
  expect(examined.fileName).toBe('goods X-Header_ a.csv');
  const { importId, jobId } = await client.imports.start({ fileId, choices: examined.choices });
  await ended(client, jobId);
  // As stored by an earlier version.
  shop.store.database.handle.prepare('UPDATE product_import SET file_name = ?').run(fileName);
  const reasons = new Proxy({}, { get: () => 'x' });
  const words = { line: 'Line', why: 'Why', reasons, fields: {} };
  const service = shop.store.services.importReports.on(readerOf(shop.store));
  expect(service).toBeDefined();
  const refused = service.refusedCsv(
    { account: { id: shop.accountIdOf('manager') } } as never,
    { importId, offset: 0, words } as never,
  );
  expect(refused.fileName).toBe('rejected-goodsX-Header_ a.csv');
});
