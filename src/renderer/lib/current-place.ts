import { useSyncExternalStore } from 'react';
import { useSession } from './session';
import { Signal } from './signal';

const KEY = 'tillroom.currentPlace';

const changed = new Signal();

/** The location where somebody said they are, for as long as this window is open, and for nobody after them. */
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

/** Where the person signed in is, by a location's id, and how to say it; null when they did not. */
export function useCurrentPlace(): [placeId: number | null, setPlace: (placeId: number | null) => void] {
  const { account } = useSession();
  const placeId = useSyncExternalStore(changed.subscribe, () => currentPlace.get(account.id));
  return [placeId, (id) => currentPlace.set(account.id, id)];
}
