/** Returns the time in UTC epoch milliseconds; tests use their own. */
export type Clock = () => number;

export const systemClock: Clock = () => Date.now();
