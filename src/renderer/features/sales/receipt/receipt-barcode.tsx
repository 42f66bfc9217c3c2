import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './receipt-paper.module.css';

/** The receipt's barcode as Code 128, by which a scan finds it again. */
export function ReceiptBarcode({ code, number }: { code: string; number: string }) {
  const { t } = useTranslation('sales');
  const { data: picture } = useQuery({
    queryKey: ['receiptBarcode', code],
    queryFn: () => drawBarcode(code),
  });
  return (
    <div className={classes.barcode}>
      {picture !== undefined && <img src={picture} alt={t('receipt.barcode', { number })} />}
    </div>
  );
}

/** Drawn only where a receipt is shown, so the drawing library is loaded with the first one. */
async function drawBarcode(code: string): Promise<string> {
  const { code128, drawingSVG } = await import('bwip-js/browser');
  const svg = code128({ bcid: 'code128', text: code, height: 12 }, drawingSVG());
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
