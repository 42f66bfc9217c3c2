import { expect, test } from 'vitest';
import { columnTrack, neededRem } from '#renderer/ui/column-track';
import type { DataColumn } from '#renderer/ui/data-table-row';
import { roomFor } from '#renderer/ui/room-for';

interface Shown {
  text: string;
}

const trackOf = (column: DataColumn<Shown>, rows: Shown[]): string =>
  columnTrack(column, neededRem(column, rows));

const column = {
  id: 'value',
  header: 'Value',
  align: 'end',
  cell: ({ text }: Shown) => text,
} as const;

test('a column of figures is as wide as its longest figure, and never narrower than its own width', () => {
  expect(trackOf({ ...column, width: '6rem' }, [{ text: '£1.00' }])).toBe('6rem');
  expect(trackOf({ ...column, width: '6rem' }, [{ text: '£1.00' }, { text: '£1,234,567.89' }])).toBe(
    '8.88rem',
  );
  expect(trackOf({ ...column, width: 'minmax(6rem, 1fr)' }, [{ text: '£1,234,567.89' }])).toBe(
    'minmax(8.88rem, 1fr)',
  );
});

test('a figure that is shown as more than text is measured by its text', () => {
  const bold = { ...column, width: '6rem', cell: () => null, figure: () => '+123,456.789 kg' };
  expect(trackOf(bold, [{ text: 'one' }])).toBe('10rem');
});

test('no word of a heading or of a text that wraps is broken', () => {
  const words = { ...column, align: 'start', width: '6rem' } as const;
  expect(trackOf({ ...words, header: 'Verfügbarkeit am Ort' }, [])).toBe('8.49rem');
  expect(trackOf({ ...words, header: 'Verfügbarkeit', sortable: true }, [])).toBe('9.64rem');
  expect(trackOf({ ...words, wraps: true }, [{ text: 'ein Lagerverwalter' }])).toBe('9.02rem');
});

test('a column of words that end in an ellipsis keeps its width', () => {
  expect(trackOf({ ...column, align: 'start', width: '6rem' }, [{ text: 'A very long description' }])).toBe(
    '6rem',
  );
});

test('a field is as wide as its text needs, and hovering it shows the whole text', () => {
  expect(roomFor('Shop', 11)).toEqual({ miw: 'min(100%, 11.0rem)', title: 'Shop' });
  expect(roomFor('Cold room behind the main building', 11).miw).toBe('min(100%, 22.5rem)');
});
