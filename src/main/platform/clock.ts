/** Tells the time in UTC epoch milliseconds; tests set their own. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
