import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTestShop, type TestShop } from '../../support/test-store';

describe('the write queue', () => {
  let shop: TestShop;
  beforeEach(async () => {
    shop = await openTestShop();
  });
  afterEach(() => shop.close());

  const tillName = () =>
    shop.store.database.handle.prepare('SELECT name FROM till WHERE id = 1').pluck().get();
  const rename = (name: string) =>
    shop.store.database.handle.prepare('UPDATE till SET name = ? WHERE id = 1').run(name);

  test('what fails leaves nothing behind', async () => {
    const { writes } = shop.store.database;
    const failing = writes.run(async () => {
      rename('Half done');
      await Promise.resolve();
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    expect(tillName()).toBe('Till 1');
  });

  test('units of work never overlap, and one inside another joins it', async () => {
    const { writes } = shop.store.database;
    const order: string[] = [];
    await Promise.all([
      writes.run(async () => {
        order.push('first begins');
        await new Promise((resolve) => setTimeout(resolve, 5));
        await writes.run(() => order.push('inside the first'));
        order.push('first ends');
      }),
      writes.run(() => order.push('second')),
    ]);
    expect(order).toEqual(['first begins', 'inside the first', 'first ends', 'second']);
  });

  test('what a unit of work left running is part of it no more', async () => {
    const { writes } = shop.store.database;
    let later: Promise<unknown> = Promise.resolve();
    await writes.run(() => {
      later = new Promise((resolve) => setTimeout(resolve, 5)).then(() =>
        writes.run(() => {
          rename('Late');
          throw new Error('power cut');
        }),
      );
    });
    await expect(later).rejects.toThrow('power cut');
    expect(tillName()).toBe('Till 1');
  });

  test('what memory keeps can be put right when a unit of work fails, before the next begins', async () => {
    const { writes } = shop.store.database;
    const order: string[] = [];
    const failing = writes.run(() => {
      writes.afterRollback(() => order.push('put right'));
      throw new Error('power cut');
    });
    await Promise.allSettled([failing, writes.run(() => order.push('next'))]);
    expect(order).toEqual(['put right', 'next']);
  });

  test('every connection that writes commits with FULL and keeps its guards', () => {
    const { handle, reader } = shop.store.database;
    expect(handle.pragma('synchronous', { simple: true })).toBe(2);
    expect(handle.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(handle.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(handle.pragma('recursive_triggers', { simple: true })).toBe(1);
    expect(() => reader.prepare('DELETE FROM till').run()).toThrow(/readonly/);
  });

  test('the audit trail refuses to be changed, deleted or replaced', () => {
    const { handle } = shop.store.database;
    handle.prepare(`INSERT INTO audit_entry (id, at, action, entity) VALUES (1, 0, 'test', 'till')`).run();
    expect(() => handle.prepare('UPDATE audit_entry SET at = 1').run()).toThrow('append-only');
    expect(() => handle.prepare('DELETE FROM audit_entry').run()).toThrow('append-only');
    expect(() =>
      handle.prepare(`REPLACE INTO audit_entry (id, at, action, entity) VALUES (1, 1, 'x', 'y')`).run(),
    ).toThrow('append-only');
  });
});
