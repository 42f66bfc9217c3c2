/**
 * Lets a code through once for each time that it is held before the camera: pictures come many times a second,
 * and each would sell another piece. It counts as held until it has been out of sight for the pause.
 */
export class RepeatFilter {
  private readonly seenAt = new Map<string, number>();
  private readonly pauseMs: number;

  /** @param pauseMs how long a code has to be out of sight before it counts again */
  constructor(pauseMs: number) {
    this.pauseMs = pauseMs;
  }

  /** Notes that a code is in sight now, and tells whether it was not so a moment ago. */
  isNew(text: string, now: number): boolean {
    for (const [other, at] of this.seenAt) {
      if (now - at >= this.pauseMs) {
        this.seenAt.delete(other);
      }
    }
    const isNew = !this.seenAt.has(text);
    this.seenAt.set(text, now);
    return isNew;
  }
}
