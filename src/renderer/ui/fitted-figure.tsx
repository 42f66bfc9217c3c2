import type { CSSProperties } from 'react';

interface FittedFigureProps {
  /** Its font size can use `--letters`, the length of the text, to fit a container. */
  className: string | undefined;
  children: string;
}

/** An amount in large figures that get smaller with its length, so that it is never cut. */
export function FittedFigure({ className, children }: FittedFigureProps) {
  const style = { '--letters': Math.max(children.length, 1) } as CSSProperties;
  return (
    <span className={className} style={style}>
      {children}
    </span>
  );
}
