import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fileOf, type Picture, pictures, pngOf } from '../../support/pictures';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

const manager = () => shop.as('manager').catalogue;

const { png } = pictures;
const hash = createHash('sha256').update(png.bytes).digest('hex');

const make = (name: string) =>
  manager().createProduct({ name, priceMinor: 100, taxRateMilliPercent: 0, image: fileOf(png) });

test('a picture is loaded by its hash', async () => {
  expect(await make('Cola')).toMatchObject({ imageHash: hash });
  const picture = await manager().image({ hash });
  expect(picture.type).toBe('image/png');
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(png.bytes);
});

test('a repeated call creates one product, and its key takes no other picture', async () => {
  const key = '6f1c2a52-6a0e-4c53-9d1c-000000000002';
  const { catalogue } = shop.withToken(shop.tokenOf('manager'), key);
  const makeWith = (picture: Picture) =>
    catalogue.createProduct({ name: 'Cola', priceMinor: 1, taxRateMilliPercent: 0, image: fileOf(picture) });
  const first = await makeWith(png);
  expect(await makeWith(png)).toEqual(first);
  await expect(makeWith(pngOf(2, 2))).rejects.toMatchObject({ code: 'KEY_REUSED' });
});

test('a picture used by several products is stored once, until no product uses it', async () => {
  const [cola, lemonade] = [await make('Cola'), await make('Lemonade')];
  await manager().changeProduct({ id: cola.id, version: 1, image: null });
  expect(await manager().product({ id: cola.id })).toMatchObject({ imageHash: null });
  expect(await manager().image({ hash })).toBeInstanceOf(File);
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

let names = 0;
const withPicture = (picture: Picture) => {
  names += 1;
  const image = fileOf(picture);
  return manager().createProduct({ name: `Cola ${names}`, priceMinor: 1, taxRateMilliPercent: 0, image });
};
type Change = (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>;
const changed = ({ mediaType, bytes }: Picture, change: Change): Picture => ({
  mediaType,
  bytes: change(bytes),
});
const sizeIn = (bytes: Buffer<ArrayBuffer>, at: number, write: (copy: Buffer, at: number) => unknown) => {
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
  const text = Buffer.from('<svg onload="steal()">');
  const refused: Picture[] = [
    { mediaType: 'image/webp', bytes: text },
    { ...png, mediaType: 'image/jpeg' },
    { mediaType: 'image/png', bytes: png.bytes.subarray(0, 8) },
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
    await expect(withPicture(image), image.bytes.toString('base64')).rejects.toMatchObject({
      code: 'IMAGE_UNREADABLE',
    });
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
