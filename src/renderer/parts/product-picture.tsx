import { skipToken, useQuery } from '@tanstack/react-query';
import { addressOf } from '#renderer/lib/file-address';
import { orpc } from '#renderer/lib/rpc';
import classes from './product-picture.module.css';

interface ProductPictureProps {
  hash: string | null;
  /** Its first letters are shown if there is no picture. */
  name: string;
  /** The length of its sides, in rem. */
  size: number;
}

/** A product's picture, shown beside its name, so it has no text alternative. */
export function ProductPicture({ hash, name, size }: ProductPictureProps) {
  const { data } = useQuery(
    orpc.catalogue.image.queryOptions({ input: hash === null ? skipToken : { hash }, gcTime: 600_000 }),
  );
  const side = `${size}rem`;
  return (
    <span
      className={classes.picture}
      style={{ width: side, height: side, fontSize: `${size / 2.6}rem` }}
      aria-hidden
    >
      {data ? <img src={addressOf(data)} alt="" /> : name.slice(0, 2)}
    </span>
  );
}
