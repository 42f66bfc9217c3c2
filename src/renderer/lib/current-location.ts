import { useSyncExternalStore } from 'react';
import { useSession } from './session';
import { Signal } from './signal';

const KEY = 'tillroom.currentLocation';

const changed = new Signal();

/** The location a person said they are at; kept while this window is open, and only for that person. */
const currentLocation = {
  get(accountId: number): number | null {
    const [whose, locationId] = (sessionStorage.getItem(KEY) ?? '').split(' ');
    return whose === String(accountId) && locationId ? Number(locationId) : null;
  },

  set(accountId: number, locationId: number | null): void {
    if (locationId === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, `${accountId} ${locationId}`);
    changed.tell();
  },
};

/** The id of the location the signed-in person is at, and its setter; null when they did not choose one. */
export function useCurrentLocation(): [
  locationId: number | null,
  setLocationId: (locationId: number | null) => void,
] {
  const { account } = useSession();
  const locationId = useSyncExternalStore(changed.subscribe, () => currentLocation.get(account.id));
  return [locationId, (id) => currentLocation.set(account.id, id)];
}
