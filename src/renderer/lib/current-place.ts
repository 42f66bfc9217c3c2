import { useSyncExternalStore } from 'react';
import { useSession } from './session';
import { Signal } from './signal';

const KEY = 'tillroom.currentPlace';

const changed = new Signal();

/** The location a person said they are at; kept while this window is open, and only for that person. */
const currentPlace = {
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
export function useCurrentPlace(): [placeId: number | null, setPlace: (placeId: number | null) => void] {
  const { account } = useSession();
  const placeId = useSyncExternalStore(changed.subscribe, () => currentPlace.get(account.id));
  return [placeId, (id) => currentPlace.set(account.id, id)];
}
