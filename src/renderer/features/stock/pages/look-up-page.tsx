import { IconAlertCircle, IconCamera, IconCameraOff, IconScan } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { useRefusalSentence } from '#renderer/lib/refusal';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { useMay } from '#renderer/lib/session';
import { ProductBox } from '#renderer/parts/product-box';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useLostFocus } from '#renderer/ui/use-lost-focus';
import { LocationSign } from '../look-up/location-sign';
import classes from '../look-up/look-up.module.css';
import type { NumberedEntry } from '../look-up/look-up-log';
import { ProductDesk } from '../look-up/product-desk';
import { RecentScans } from '../look-up/recent-scans';
import { useLookUp } from '../look-up/use-look-up';
import { stockKeys } from '../stock-keys';

/** The first page of the stockroom: waits for a scan, shows the product, and offers actions on it. */
export function LookUpPage() {
  const { product } = useSearch({ from: '/stockroom' });
  return <LookUpDesk key={product ?? 0} productId={product} />;
}

function LookUpDesk({ productId }: { productId: number | undefined }) {
  const { t } = useTranslation('stock');
  const format = useFormat();
  const box = useRef<HTMLInputElement>(null);
  const [camera, setCamera] = useState(false);
  const lookUp = useLookUp(productId);
  const toBox = (): void => box.current?.focus();
  usePageKeys([{ keys: stockKeys.find, label: t('lookUp.find'), run: toBox }]);
  useLostFocus(box, lookUp.product === undefined);
  return (
    <Page
      title={t('lookUp.title')}
      actions={
        <>
          <LocationSign locationId={lookUp.hereId} onChange={lookUp.chooseLocation} onLeft={toBox} />
          <KeyButton
            size="md"
            keys={stockKeys.camera}
            variant="default"
            label={t(camera ? 'lookUp.cameraOff' : 'lookUp.cameraOn')}
            icon={camera ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
            run={() => setCamera((on) => !on)}
          />
        </>
      }
    >
      <div className={classes.columns}>
        <div className={classes.main}>
          <ProductBox
            box={box}
            label={t('lookUp.find')}
            placeholder={t('lookUp.placeholder')}
            onPick={(product) => lookUp.show(product, product.sku)}
            onCode={lookUp.scan}
            detailOf={({ sku, priceMinor }) => `${sku} · ${format.money(priceMinor)}`}
          />
          {camera && <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />}
          <RefusalNote error={lookUp.error} />
          {lookUp.product ? (
            <ProductDesk product={lookUp.product} lookUp={lookUp} toBox={toBox} />
          ) : (
            <NoProduct last={lookUp.log[0]} camera={camera} />
          )}
        </div>
        <RecentScans lookUp={lookUp} />
      </div>
    </Page>
  );
}

/** Shown in place of a product: the scan that just failed, else a hint about scanning. */
function NoProduct({ last, camera }: { last: NumberedEntry | undefined; camera: boolean }) {
  const { t } = useTranslation('stock');
  const may = useMay();
  const sentence = useRefusalSentence();
  if (last?.kind === 'failed') {
    return <EmptyState icon={<IconAlertCircle size={36} />} title={last.code} hint={sentence(last.error)} />;
  }
  if (camera) return null;
  return (
    <EmptyState
      icon={<IconScan size={36} />}
      title={t(may('moveStock') === 'yes' ? 'lookUp.emptyTitle' : 'lookUp.emptyTitleProduct')}
      hint={t(hintFor(may))}
    />
  );
}

/** The hint about scanning; it only mentions what the person may do. */
function hintFor(may: ReturnType<typeof useMay>) {
  if (may('moveStock') === 'yes') return 'lookUp.emptyHint';
  return may('seeQuantities') === 'yes' ? 'lookUp.emptyHintToSee' : 'lookUp.emptyHintToSell';
}
