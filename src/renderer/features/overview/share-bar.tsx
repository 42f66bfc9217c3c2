import classes from './overview.module.css';

/** A bar for the size of a part relative to the largest; decorative, because the figure is beside it. */
export function ShareBar({ size, largest }: { size: number; largest: number }) {
  if (size <= 0 || largest <= 0) return null;
  return (
    <span className={classes.track} aria-hidden>
      <span className={classes.share} style={{ width: `max(2px, ${(size / largest) * 100}%)` }} />
    </span>
  );
}
