import { beforeEach, describe, expect, test } from 'vitest';
import { IdleWatch } from '#renderer/lib/idle-watch';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let said: string[];

const watchOf = (lockAfterMinutes: number) =>
  new IdleWatch({ lockAfterMinutes, report: () => said.push('used'), ask: () => said.push('locked?') }, 0);

/** Runs the check every five seconds between two times, as the window does; returns the times of its messages. */
function look(watch: IdleWatch, from: number, to: number): number[] {
  const times: number[] = [];
  for (let now = from; now <= to; now += 5 * SECOND) {
    const before = said.length;
    watch.look(now);
    if (said.length > before) times.push(now);
  }
  return times;
}

beforeEach(() => {
  said = [];
});

/** Touches the window every second between two times. */
function use(watch: IdleWatch, from: number, to: number): number[] {
  const times: number[] = [];
  for (let now = from; now <= to; now += SECOND) {
    watch.touch(now);
    if (now % (5 * SECOND) === 0) times.push(...look(watch, now, now));
  }
  return times;
}

describe("the window's activity", () => {
  test('is reported soon after the first touch, then once a minute', () => {
    const watch = watchOf(10);
    expect(use(watch, SECOND, 2 * MINUTE)).toEqual([5 * SECOND, 65 * SECOND]);
    expect(look(watch, 2 * MINUTE, 4 * MINUTE)).toEqual([125 * SECOND]);
  });

  test('is not reported while nothing happens', () => {
    expect(look(watchOf(10), 0, 10 * MINUTE)).toEqual([]);
  });

  test('is reported more often to a store that locks soon: every quarter of the time to the lock', () => {
    expect(use(watchOf(1), 0, MINUTE)).toHaveLength(5);
  });

  test('is reported just before the lock', () => {
    const watch = watchOf(10);
    watch.touch(0);
    look(watch, 0, 0);
    watch.touch(9 * MINUTE + 59 * SECOND);
    expect(look(watch, 10 * MINUTE, 10 * MINUTE)).toEqual([10 * MINUTE]);
  });

  test('is not reported next to a change, which tells the store enough', () => {
    const watch = watchOf(10);
    watch.touch(0);
    watch.change(0);
    expect(look(watch, 0, MINUTE)).toEqual([10 * SECOND]);
  });
});

describe('the check for a locked session', () => {
  test('starts half a minute after the time to the lock, and repeats until the window is touched', () => {
    const watch = watchOf(10);
    const [first, second] = look(watch, 0, 11 * MINUTE);
    expect(first).toBe(10 * MINUTE + 35 * SECOND);
    expect(second).toBe(10 * MINUTE + 50 * SECOND);
    expect(new Set(said)).toEqual(new Set(['locked?']));
    said = [];
    watch.touch(12 * MINUTE);
    look(watch, 12 * MINUTE, 20 * MINUTE);
    expect(said).toEqual(['used']);
  });

  test('is not made for a store that never locks, and no activity is reported', () => {
    const watch = watchOf(0);
    watch.touch(1);
    expect(look(watch, 0, 60 * MINUTE)).toEqual([]);
    expect(said).toEqual([]);
  });
});
