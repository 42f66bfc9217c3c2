/** A check of the log stops after this many breaks; the first ones are enough. */
export const MOST_LOG_BREAKS = 20;
