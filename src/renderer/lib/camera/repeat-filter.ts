/**
 * Accepts a code once each time it is held in front of the camera. Without it, each of the many pictures per
 * second would sell another piece. A code counts as held until it has been out of view for the pause.
 */
export class RepeatFilter {
  private readonly seenAt = new Map<string, number>();
  private readonly pauseMs: number;

  /** @param pauseMs how long a code has to be out of view before it counts again */
  constructor(pauseMs: number) {
    this.pauseMs = pauseMs;
  }

  /** Records that a code is in view now, and returns whether it has just come into view. */
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
