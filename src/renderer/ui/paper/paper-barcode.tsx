import { queryOptions, useQuery } from '@tanstack/react-query';
import classes from './paper-sheet.module.css';

/** The picture of a barcode. Its library is imported on demand, so it loads only with the first barcode. */
export const barcodePicture = (code: string) =>
  queryOptions({
    queryKey: ['barcodePicture', code],
    queryFn: async () => {
      const { code128, drawingSVG } = await import('bwip-js/browser');
      const svg = code128({ bcid: 'code128', text: code, height: 12 }, drawingSVG());
      return `data:image/svg+xml,${encodeURIComponent(svg)}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
  });

/** A text as Code 128, with the text below it. */
export function PaperBarcode({ code }: { code: string }) {
  const { data: picture } = useQuery(barcodePicture(code));
  return (
    <figure className={classes.barcode}>
      <div>{picture !== undefined && <img src={picture} alt="" />}</div>
      <figcaption>{code}</figcaption>
    </figure>
  );
}
