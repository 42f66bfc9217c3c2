import classes from './overview.module.css';

/** A bar for a share between 0 and 1; decorative, because the percentage is beside it. */
export function ShareBar({ share }: { share: number }) {
  if (share <= 0) return null;
  return (
    <span className={classes.track} aria-hidden>
      <span className={classes.share} style={{ width: `max(2px, ${share * 100}%)` }} />
    </span>
  );
}
