import { describe, expect, it } from 'vitest';
import { foldedFilter } from '#renderer/ui/folded-filter';

const option = (label: string) => ({ value: label, label });
const options = ['Straße & Co', 'Strasse Ltd', 'Öl-Müller', 'Zebra'].map(option);

describe('the list below a field offers', () => {
  it.each([
    [' strasse ', ['Straße & Co', 'Strasse Ltd']],
    ['STRAẞE', ['Straße & Co', 'Strasse Ltd']],
    ['ol-mull', ['Öl-Müller']],
    ['oel', []],
    ['', ['Straße & Co', 'Strasse Ltd', 'Öl-Müller', 'Zebra']],
  ])('for %j %j', (search, found) => {
    expect(foldedFilter({ options, search, limit: 10 })).toEqual(found.map(option));
  });

  it('at most its limit, over all groups', () => {
    const groups = [
      { group: 'One', items: options.slice(0, 2) },
      { group: 'Two', items: options.slice(2) },
    ];
    expect(foldedFilter({ options: groups, search: '', limit: 3 })).toEqual([
      { group: 'One', items: options.slice(0, 2) },
      { group: 'Two', items: [option('Öl-Müller')] },
    ]);
  });
});
