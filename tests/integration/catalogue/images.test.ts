import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;

const PNG_BYTES = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const png = { mediaType: 'image/png', base64: PNG_BYTES.toString('base64') } as const;
const hash = createHash('sha256').update(PNG_BYTES).digest('hex');

const make = (name: string) => manager().createProduct({ name, priceMinor: 100, taxRateBp: 0, image: png });

test('a picture is shown by its hash', async () => {
  expect(await make('Cola')).toMatchObject({ imageHash: hash });
  expect(await manager().image({ hash })).toEqual({ dataUrl: `data:image/png;base64,${png.base64}` });
});

test('a picture that several products show is kept once, until the last of them is without it', async () => {
  const [cola, lemonade] = [await make('Cola'), await make('Lemonade')];
  await manager().changeProduct({ id: cola.id, version: 1, image: null });
  expect(await manager().product({ id: cola.id })).toMatchObject({ imageHash: null });
  expect(await manager().image({ hash })).toMatchObject({});
  await manager().deleteProduct({ id: lemonade.id });
  await expect(manager().image({ hash })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    data: { what: 'image' },
  });
});

test('a picture stays when other things of its product change', async () => {
  const { id } = await make('Cola');
  expect(await manager().changeProduct({ id, version: 1, priceMinor: 1 })).toMatchObject({ imageHash: hash });
});

test('what is no picture of the kind it is said to be is refused', async () => {
  const text = Buffer.from('<svg onload="steal()">').toString('base64');
  for (const image of [
    { mediaType: 'image/webp' as const, base64: text },
    { ...png, mediaType: 'image/jpeg' as const },
  ]) {
    await expect(
      manager().createProduct({ name: 'Cola', priceMinor: 1, taxRateBp: 0, image }),
    ).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  }
});
