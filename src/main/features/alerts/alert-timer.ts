import type { SettingsService } from '#main/features/settings/index';
import type { ChangeFeed } from '#main/platform/change-feed';
import type { Damage } from '#main/platform/database/damage';
import type { Log } from '#main/platform/logging/log';
import { MINUTE_MS } from '#shared/kernel/time';
import type { MissedAlertService } from './missed-alerts.service';

interface Needs {
  missedAlerts: MissedAlertService;
  settings: SettingsService;
  changes: ChangeFeed;
  damage: Damage;
  log: Log;
}

/** The delay after the start and after a change of settings, so that no window opens or form is saved meanwhile. */
const SOON_MS = 3000;

/**
 * Checks for missed alerts soon after the start, after a change of settings, and then at the interval that the store
 * chose. It measures elapsed time, so that setting the clock back changes nothing. Returns a function that stops it.
 */
export function startAlertTimer({
  missedAlerts,
  settings,
  changes,
  damage,
  log,
}: Needs): () => Promise<void> {
  const stopping = new AbortController();
  let running = Promise.resolve();
  let timer: NodeJS.Timeout;

  const arm = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = look();
    }, delayMs).unref();
  };
  const look = async (): Promise<void> => {
    try {
      await missedAlerts.find(stopping.signal);
    } catch (error) {
      if (stopping.signal.aborted) return;
      damage.noteIn(error);
      log.warn({ err: error }, 'looking for missed alerts failed');
    }
    if (!stopping.signal.aborted && settings.ready) arm(settings.current.alertCheckMinutes * MINUTE_MS);
  };
  const stopListening = changes.listen((topic) => {
    if (topic === 'stores') arm(SOON_MS);
  });

  arm(SOON_MS);
  return async () => {
    stopping.abort();
    stopListening();
    clearTimeout(timer);
    await running;
  };
}
