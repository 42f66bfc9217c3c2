import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import classes from './receipt-paper.module.css';

/** The receipt's barcode as Code 128; scanning it finds the receipt again. */
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

/** The drawing library is imported on demand, so it loads only when the first receipt is shown. */
async function drawBarcode(code: string): Promise<string> {
  const { code128, drawingSVG } = await import('bwip-js/browser');
  const svg = code128({ bcid: 'code128', text: code, height: 12 }, drawingSVG());
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
