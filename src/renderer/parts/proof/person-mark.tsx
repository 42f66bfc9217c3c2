import type { CSSProperties } from 'react';
import type { Person } from '#shared/contract/common';
import classes from './person-mark.module.css';

/** Dark enough for white letters, and without colours that carry a meaning (red, amber, green). */
const COLORS = ['blue', 'grape', 'cyan', 'pink', 'indigo', 'violet'] as const;

/** A person's initials in a circle of their own colour. @param size as a CSS length */
export function PersonMark({ person: { id, name }, size }: { person: Person; size: string }) {
  const color = COLORS[id % COLORS.length] ?? 'blue';
  const style = { '--mark-size': size, '--mark-color': `var(--mantine-color-${color}-9)` } as CSSProperties;
  return (
    <span aria-hidden className={classes.mark} style={style}>
      {initialsOf(name)}
    </span>
  );
}

/** The first letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words.at(0), words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0],
  );
  return letters.join('').toLocaleUpperCase();
}
