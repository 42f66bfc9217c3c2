import { type RefObject, useEffect, useRef, useState } from 'react';
import type { KeyStroke } from '#renderer/lib/scan/key-stroke';
import type { ScanTiming } from '#renderer/lib/scan/wedge-detector';
import { DEFAULT_WEDGE_SETTINGS } from '#renderer/lib/scan/wedge-detector';
import { wedgeListener } from '#renderer/lib/scan/wedge-listener';

/** A key with the pause before it; null for the first of a burst. */
export interface TimedKey {
  id: number;
  key: string;
  pauseMs: number | null;
}

/** A pause of this length starts a new burst. */
const BURST_PAUSE_MS = 600;
const KEPT_KEYS = 120;
/** Nobody types this many keys this fast, but a scanner with a slow setting does. */
const SLOW_SCAN_KEYS = 6;
const SLOW_SCAN_PAUSE_MS = 150;
const SILENT: ReadonlySet<string> = new Set([
  'Shift',
  'Control',
  'Alt',
  'AltGraph',
  'Meta',
  'CapsLock',
  'NumLock',
]);

export interface Burst {
  /** Counts the bursts, from 0 while no key has arrived. */
  number: number;
  keys: readonly TimedKey[];
}

const NONE: Burst = { number: 0, keys: [] };

/** The keys of the last burst, from a scanner or a keyboard; `latest` has them before they are rendered. */
export function useStrokes(): { burst: Burst; latest: RefObject<Burst>; clear: () => void } {
  const [burst, setBurst] = useState(NONE);
  const latest = useRef(NONE);
  useEffect(() => {
    let last: { id: number; at: number } = { id: 0, at: Number.NEGATIVE_INFINITY };
    return wedgeListener.observe((stroke: KeyStroke) => {
      if (SILENT.has(stroke.key) || stroke.repeat) return;
      const pause = stroke.at - last.at;
      const begins = pause > BURST_PAUSE_MS;
      last = { id: last.id + 1, at: stroke.at };
      const key: TimedKey = { id: last.id, key: stroke.key, pauseMs: begins ? null : pause };
      const { number, keys } = latest.current;
      latest.current = begins
        ? { number: number + 1, keys: [key] }
        : { number, keys: [...keys, key].slice(-KEPT_KEYS) };
      setBurst(latest.current);
    });
  }, []);
  const clear = (): void => {
    latest.current = { ...latest.current, keys: [] };
    setBurst(latest.current);
  };
  return { burst, latest, clear };
}

/** The longest pause of keys that look like a scan but arrived too slowly to be detected as one, else null. */
export function tooSlowMs(keys: readonly TimedKey[]): number | null {
  const pauses = keys.flatMap(({ pauseMs }) => (pauseMs === null ? [] : [pauseMs]));
  return pauses.length < SLOW_SCAN_KEYS ? null : slowPause(pauses);
}

/** Whether keys came as fast as from a scanner, with its final key, but are fewer than a barcode has. */
export function isTooShort(keys: readonly TimedKey[]): boolean {
  const { maxIntervalMs, minLength } = DEFAULT_WEDGE_SETTINGS;
  const characters = keys.slice(0, -1);
  const isShort = characters.length > 0 && characters.length < minLength;
  const isFast = keys.every(({ pauseMs }) => pauseMs === null || pauseMs <= maxIntervalMs);
  return isShort && isFast && isEnd(keys.at(-1)) && !characters.some(isEnd);
}

/**
 * The pause because of which the first part of a code was read as typing and only the rest as this scan; else null.
 * @param keys the keys that arrived, ending with those of the scan
 */
export function partlyTypedMs(keys: readonly TimedKey[], timing: ScanTiming | undefined): number | null {
  if (!timing) return null;
  const lastCharacter = keys.findLastIndex((key) => !isEnd(key));
  const start = keys.slice(0, Math.max(lastCharacter, 0)).findLastIndex(isEnd) + 1;
  // The pause before the first key is not within the code.
  const pauses = keys.slice(start + 1, lastCharacter + 1).flatMap(({ pauseMs }) => pauseMs ?? []);
  const slowest = slowPause(pauses);
  return slowest !== null && slowest > timing.slowestIntervalMs ? slowest : null;
}

function isEnd(key: TimedKey | undefined): boolean {
  return key?.key === 'Enter' || key?.key === 'Tab';
}

/** The longest of the pauses, if it is too long for a scanner but shorter than most people type. */
function slowPause(pauses: readonly number[]): number | null {
  const slowest = Math.max(0, ...pauses);
  return slowest > DEFAULT_WEDGE_SETTINGS.maxIntervalMs && slowest < SLOW_SCAN_PAUSE_MS ? slowest : null;
}
