import classes from './overview.module.css';

/** How large a part is beside the largest one, for the eye; the figure stands beside it. */
export function ShareBar({ size, largest }: { size: number; largest: number }) {
  if (size <= 0 || largest <= 0) return null;
  return (
    <span className={classes.track} aria-hidden>
      <span className={classes.share} style={{ width: `max(2px, ${(size / largest) * 100}%)` }} />
    </span>
  );
}
