import { BitArray, Code128Reader } from '@zxing/library';
import { expect, it } from 'vitest';
import { code128Bars } from '#main/pdf/code128-bars';

const QUIET_ZONE = 10;

it.each(['T1-000001', 'T12-1234567', 'A b~'])('%s drawn as Code 128 is read again by a scanner', (text) => {
  const { bars, width } = code128Bars(text);
  const row = new BitArray(width + 2 * QUIET_ZONE);
  for (const bar of bars) {
    for (let at = bar.left; at < bar.left + bar.width; at += 1) row.set(at + QUIET_ZONE);
  }
  expect(new Code128Reader().decodeRow(0, row).getText()).toBe(text);
});
