import { useEffect, useState } from 'react';
import type { KeyStroke } from '#renderer/lib/scan/key-stroke';
import { DEFAULT_WEDGE_SETTINGS } from '#renderer/lib/scan/wedge-detector';
import { wedgeListener } from '#renderer/lib/scan/wedge-listener';

/** A key with the pause before it; null for the first of a burst. */
interface TimedKey {
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

/** The keys of the last burst, from a scanner or a keyboard. */
export function useStrokes(): { keys: readonly TimedKey[]; clear: () => void } {
  const [keys, setKeys] = useState<readonly TimedKey[]>([]);
  useEffect(() => {
    let last: { id: number; at: number } = { id: 0, at: Number.NEGATIVE_INFINITY };
    return wedgeListener.observe((stroke: KeyStroke) => {
      if (SILENT.has(stroke.key) || stroke.repeat) return;
      const pause = stroke.at - last.at;
      const begins = pause > BURST_PAUSE_MS;
      last = { id: last.id + 1, at: stroke.at };
      const key: TimedKey = { id: last.id, key: stroke.key, pauseMs: begins ? null : pause };
      setKeys((before) => (begins ? [key] : [...before, key].slice(-KEPT_KEYS)));
    });
  }, []);
  return { keys, clear: () => setKeys([]) };
}

/** The longest pause of keys that look like a scan but arrived too slowly to be detected as one, else null. */
export function tooSlowMs(keys: readonly TimedKey[]): number | null {
  const pauses = keys.flatMap(({ pauseMs }) => (pauseMs === null ? [] : [pauseMs]));
  if (pauses.length < SLOW_SCAN_KEYS) return null;
  const slowest = Math.max(...pauses);
  return slowest > DEFAULT_WEDGE_SETTINGS.maxIntervalMs && slowest < SLOW_SCAN_PAUSE_MS ? slowest : null;
}
