import { BitArray } from '@zxing/library';
import { expect, it } from 'vitest';
import { barcodeBars, type Symbology } from '#main/platform/printing/barcode-bars';
import { readRow } from '#renderer/lib/camera/row-reader';

it.each<[Symbology, string, string]>([
  ['ean13', '4006381333931', '4006381333931'],
  ['ean8', '96385074', '96385074'],
  ['upca', '036000291452', '036000291452'],
  ['upce', '04252614', '042100005264'],
  ['itf14', '15400141288763', '15400141288763'],
  ['code128', 'T12-1234567', 'T12-1234567'],
  ['code128', 'A b~', 'A b~'],
  ['code39', 'AB-12.5', 'AB-12.5'],
  ['gs1-128', '(01)09501101530003(17)261231(10)AB12', ']C101095011015300031726123110AB12'],
])('%s of %s is read by the camera with only its quiet zones around it', (kind, text, read) => {
  const { bars, width } = barcodeBars(kind, text);
  const row = new BitArray(width);
  for (const bar of bars) {
    for (let at = bar.left; at < bar.left + bar.width; at += 1) row.set(at);
  }
  expect(readRow(row, 1)?.text).toBe(read);
});

it('a text that a symbology cannot encode is refused', () => {
  expect(() => barcodeBars('ean13', '4006381333932')).toThrow();
});
