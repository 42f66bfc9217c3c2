import { describe, expect, it } from 'vitest';
import { RepeatFilter } from '#renderer/lib/camera/repeat-filter';

describe('a code held before the camera', () => {
  it('counts once however long it is held', () => {
    const filter = new RepeatFilter(1500);
    const sightings = [0, 400, 1400, 2800, 4200].map((at) => filter.isNew('4006381333931', at));
    expect(sightings).toEqual([true, false, false, false, false]);
  });

  it('counts again after it was away for the pause', () => {
    const filter = new RepeatFilter(1500);
    const sightings = [0, 1499, 2999].map((at) => filter.isNew('4006381333931', at));
    expect(sightings).toEqual([true, false, true]);
  });

  it('does not hide another code', () => {
    const filter = new RepeatFilter(1500);
    expect(filter.isNew('4006381333931', 0)).toBe(true);
    expect(filter.isNew('96385074', 100)).toBe(true);
    expect(filter.isNew('4006381333931', 200)).toBe(false);
  });
});
