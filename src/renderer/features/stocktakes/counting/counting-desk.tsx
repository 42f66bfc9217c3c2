import { Alert, Group, Switch } from '@mantine/core';
import { IconArrowBackUp, IconEye, IconNumbers, IconScan } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { usePageKeys } from '#renderer/lib/keys';
import { scanDispatcher } from '#renderer/lib/scan/scan-dispatcher';
import { useSession } from '#renderer/lib/session';
import { ProductBox } from '#renderer/parts/product-box';
import { CameraScanner } from '#renderer/ui/camera-scanner';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import type { Stocktake, StocktakeCounter, StocktakeLine } from '#shared/contract/stocktakes';
import classes from './counting.module.css';
import { CountingLogList } from './counting-log-list';
import { LastCounted } from './last-counted';
import { LinesList } from './lines-list';
import { type Asked, useCounting } from './use-counting';
import { WaitingForm } from './waiting-form';
import { WhoCounts } from './who-counts';

interface CountingDeskProps {
  stocktake: Stocktake;
  counters: readonly StocktakeCounter[];
  camera: boolean;
  /** A line from the review that is to be recounted. */
  recount: StocktakeLine | null;
}

/** The counting screen: takes scans, shows the last count in large type, and lists what is still uncounted. */
export function CountingDesk({ stocktake, counters, camera, recount }: CountingDeskProps) {
  const { t } = useTranslation('stocktakes');
  const counting = useCounting(stocktake.id, recount && askedOf(recount));
  const box = useRef<HTMLInputElement>(null);
  const toBox = (): void => box.current?.focus();
  const { last, waiting, asks } = counting;
  const { account } = useSession();
  const hasCounted = counters.some(({ person, counts }) => person.id === account.id && counts > 0);
  // The list of counters is updated slightly later than the person's own last count.
  const mayUndo = hasCounted || (last !== null && !counting.isUndone);
  usePageKeys([
    { keys: documentKeys.find, label: t('counting.find'), run: toBox },
    { keys: documentKeys.ask, label: t('counting.ask'), run: () => counting.setAsks(!asks) },
  ]);
  const wasWaiting = useRef(false);
  useEffect(() => {
    // A scan may have removed the form that had the focus.
    if (wasWaiting.current && waiting === null && document.activeElement === document.body) {
      box.current?.focus();
    }
    wasWaiting.current = waiting !== null;
  }, [waiting]);
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        {stocktake.state === 'review' && (
          <Alert variant="light" color="yellow" icon={<IconEye aria-hidden />}>
            {t('counting.inReview')}
          </Alert>
        )}
        <WhoCounts stocktake={stocktake} counters={counters} />
        <ProductBox
          box={box}
          label={t('counting.find')}
          placeholder={t('counting.placeholder')}
          onPick={({ id, name, unit }) =>
            counting.askFor({
              productId: id,
              name,
              unit,
              batchNumber: null,
              quantityMilli: null,
              request: { productId: id },
            })
          }
          onCode={(code) => {
            // Failed counts are listed beside the box, so it can be cleared for the next code.
            void counting.scan(code);
            return true;
          }}
        />
        {camera && <CameraScanner onScan={(text) => scanDispatcher.submit(text, 'camera')} />}
        {waiting && <WaitingForm waiting={waiting} counting={counting} toBox={toBox} />}
        {last && !waiting && <LastCounted last={last} isUndone={counting.isUndone} />}
        {!(last || waiting || camera) && (
          <EmptyState
            icon={<IconScan size={36} />}
            title={t('counting.readyTitle')}
            hint={t('counting.readyHint')}
          />
        )}
        <Group justify="space-between" gap="sm">
          <Switch
            label={`${t('counting.ask')} (${documentKeys.ask})`}
            checked={asks}
            onChange={(event) => counting.setAsks(event.currentTarget.checked)}
          />
          <Group gap="xs">
            <KeyButton
              keys={documentKeys.quantity}
              variant="default"
              label={t('counting.type')}
              icon={<IconNumbers size={18} />}
              disabled={last === null}
              title={last === null ? t('counting.nothingCounted') : undefined}
              run={() => last && counting.askFor(askedOf(last))}
            />
            <KeyButton
              keys={documentKeys.undo}
              variant="default"
              label={t('counting.undo')}
              icon={<IconArrowBackUp size={18} />}
              disabled={!mayUndo}
              title={mayUndo ? undefined : t('counting.nothingToUndo')}
              run={() => void counting.undo()}
            />
          </Group>
        </Group>
        <CountingLogList counting={counting} />
      </div>
      <div className={classes.beside}>
        <LinesList stocktake={stocktake} onOpen={(line) => counting.askFor(askedOf(line))} />
      </div>
    </div>
  );
}

function askedOf({
  productId,
  productName,
  unit,
  batchId,
  batchNumber,
}: Pick<StocktakeLine, 'productId' | 'productName' | 'unit' | 'batchId' | 'batchNumber'>): Asked {
  return {
    productId,
    name: productName,
    unit,
    batchNumber,
    quantityMilli: null,
    request: { productId, batchId },
  };
}
