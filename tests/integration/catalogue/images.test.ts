import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Inputs } from '#shared/contract/index';
import { pictures, pngOf } from '../../support/pictures';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;

const { png } = pictures;
const PNG_BYTES = Buffer.from(png.base64, 'base64');
const hash = createHash('sha256').update(PNG_BYTES).digest('hex');

const make = (name: string) =>
  manager().createProduct({ name, priceMinor: 100, taxRateMilliPercent: 0, image: png });

test('a picture is loaded by its hash', async () => {
  expect(await make('Cola')).toMatchObject({ imageHash: hash });
  expect(await manager().image({ hash })).toEqual({ dataUrl: `data:image/png;base64,${png.base64}` });
});

test('a picture used by several products is stored once, until no product uses it', async () => {
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

test('a picture stays when other fields of its product change', async () => {
  const { id } = await make('Cola');
  expect(await manager().changeProduct({ id, version: 1, priceMinor: 1 })).toMatchObject({ imageHash: hash });
});

type Picture = NonNullable<Inputs['catalogue']['createProduct']['image']>;

let names = 0;
const withPicture = (image: Picture) => {
  names += 1;
  return manager().createProduct({ name: `Cola ${names}`, priceMinor: 1, taxRateMilliPercent: 0, image });
};
const changed = ({ mediaType, base64 }: Picture, change: (bytes: Buffer) => Buffer): Picture => ({
  mediaType,
  base64: change(Buffer.from(base64, 'base64')).toString('base64'),
});
const sizeIn = (bytes: Buffer, at: number, write: (copy: Buffer, at: number) => unknown) => {
  const copy = Buffer.from(bytes);
  write(copy, at);
  return copy;
};

test.for(Object.entries(pictures))('a complete %s picture is accepted', async ([, picture]) => {
  expect((await withPicture(picture)).imageHash).not.toBeNull();
});

test('a file that is not a valid picture of its declared type is refused', async () => {
  const { png, jpeg, webpLossy, webpLossless } = pictures;
  const html = Buffer.from('<html><script>steal()</script></html>');
  const text = Buffer.from('<svg onload="steal()">').toString('base64');
  const refused: Picture[] = [
    { mediaType: 'image/webp', base64: text },
    { ...png, mediaType: 'image/jpeg' },
    { mediaType: 'image/png', base64: Buffer.from(png.base64, 'base64').subarray(0, 8).toString('base64') },
    changed(png, (bytes) => Buffer.concat([bytes.subarray(0, 8), html])),
    changed(png, (bytes) => sizeIn(bytes, 45, (copy, at) => copy.writeUInt8((copy[at] ?? 0) ^ 1, at))),
    ...[png, jpeg, webpLossy, webpLossless].flatMap((picture) => [
      changed(picture, (bytes) => bytes.subarray(0, -1)),
      changed(picture, (bytes) => bytes.subarray(0, bytes.length / 2)),
      changed(picture, (bytes) => Buffer.concat([bytes, html])),
    ]),
    changed(jpeg, (bytes) => Buffer.concat([bytes.subarray(0, 2), bytes.subarray(-2)])),
    changed(webpLossy, (bytes) => sizeIn(bytes, 24, (copy, at) => copy.writeUIntLE(99, at, 3))),
    pngOf(0, 9),
  ];
  for (const image of refused) {
    await expect(withPicture(image), image.base64).rejects.toMatchObject({ code: 'IMAGE_UNREADABLE' });
  }
});

test('arbitrary bytes are refused as a picture and cause no other error', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.values(pictures)),
      fc.nat(400),
      fc.uint8Array({ minLength: 1, maxLength: 20 }),
      async (picture, at, noise) => {
        const image = changed(picture, (bytes) =>
          sizeIn(bytes, at % bytes.length, (copy, start) =>
            copy.set(noise.subarray(0, copy.length - start), start),
          ),
        );
        await withPicture(image).catch((error: unknown) =>
          expect(error).toMatchObject({ code: expect.stringMatching(/^IMAGE_/) }),
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('a picture with too many pixels to show safely is refused with its size', async () => {
  await expect(withPicture(pngOf(4096, 4096))).resolves.toBeDefined();
  for (const [widthPx, heightPx] of [
    [4097, 1],
    [1, 4097],
    [30_000, 30_000],
  ] as const) {
    const data = { widthPx, heightPx, atMostPx: 4096 };
    await expect(withPicture(pngOf(widthPx, heightPx))).rejects.toMatchObject({
      code: 'IMAGE_TOO_LARGE',
      data,
    });
  }
});
