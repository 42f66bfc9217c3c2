import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import { moveInGrid } from '#renderer/lib/grid-moves';
import type { Person } from '#shared/contract/common';
import { PersonMark } from './person-mark';
import classes from './person-tiles.module.css';

interface PersonTilesProps<Shown extends Person> {
  people: readonly Shown[];
  label: string;
  /** The person to focus instead of the first: the one chosen before. */
  focusOn?: number | undefined;
  /** Fills the container's width instead of a width that suits the number of people. */
  fills?: boolean;
  onChoose: (person: Shown) => void;
}

/** Tiles to choose a person by touch, or with the arrows and Enter. */
export function PersonTiles<Shown extends Person>(props: PersonTilesProps<Shown>) {
  const { people, label, focusOn, fills = false, onChoose } = props;
  const focused = Math.max(
    0,
    people.findIndex(({ id }) => id === focusOn),
  );
  const group = useRef<HTMLDivElement>(null);
  useEffect(() => group.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const tiles = [...event.currentTarget.querySelectorAll('button')];
    const index = tiles.indexOf(event.target as HTMLButtonElement);
    const columns = getComputedStyle(event.currentTarget).gridTemplateColumns.split(' ').length;
    const next = moveInGrid(event.key, index, { count: tiles.length, columns });
    if (next === null) return;
    event.preventDefault();
    tiles[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="group"
      aria-label={label}
      className={classes.tiles}
      data-fills={fills || undefined}
      style={{ '--tiles-wide': tilesWide(people.length) } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      {people.map((person, index) => (
        <button
          key={person.id}
          type="button"
          className={classes.tile}
          data-autofocus={index === focused || undefined}
          title={person.name}
          onClick={() => onChoose(person)}
        >
          <PersonMark person={person} size="3.5rem" />
          <span className={classes.name}>{person.name}</span>
        </button>
      ))}
    </div>
  );
}

/** The number of tiles in a row, if there is room. */
function tilesWide(count: number): number {
  if (count <= 3) return 3;
  return count <= 12 ? 4 : 7;
}
