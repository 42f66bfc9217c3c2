import { Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconMapPin, IconScan } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './look-up.module.css';
import type { NumberedEntry } from './look-up-log';
import { FailedScan, ScanNotTaken } from './missed-scan';
import type { LookUp } from './use-look-up';

/** The log of scans and actions, newest first, including failed scans. */
export function RecentScans({ lookUp }: { lookUp: LookUp }) {
  const { t } = useTranslation('stock');
  return (
    <aside className={classes.recent} aria-label={t('lookUp.recent')}>
      <Title order={2} size="h5">
        {t('lookUp.recent')}
      </Title>
      {lookUp.log.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('lookUp.recentEmpty')}
        </Text>
      ) : (
        <ol className={classes.log}>
          {lookUp.log.map((entry) => (
            <li key={entry.number}>
              <Logged entry={entry} lookUp={lookUp} />
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

function Logged({ entry, lookUp }: { entry: NumberedEntry; lookUp: LookUp }) {
  const { t } = useTranslation('stock');
  const dismiss = (): void => lookUp.dismiss(entry.number);
  switch (entry.kind) {
    case 'failed':
      return <FailedScan entry={entry} onDismiss={dismiss} />;
    case 'notTaken':
      return <ScanNotTaken entry={entry} onDismiss={dismiss} />;
    case 'place':
      return (
        <div className={classes.entry}>
          <IconMapPin size={18} aria-hidden />
          <Words
            first={entry.name}
            second={t(entry.isDestination ? 'lookUp.scannedDestination' : 'lookUp.scannedLocation')}
          />
        </div>
      );
    default:
      return <ProductEntry entry={entry} lookUp={lookUp} />;
  }
}

interface ProductEntryProps {
  entry: Extract<NumberedEntry, { productId: number }>;
  lookUp: LookUp;
}

/** A log entry for a product; clicking it shows the product again. */
function ProductEntry({ entry, lookUp }: ProductEntryProps) {
  const { t } = useTranslation('stock');
  const told = (): string => {
    if (entry.kind === 'found') return entry.code;
    if (entry.kind === 'done') return entry.sentence;
    return t('lookUp.unsaved', { action: t(`actions.${entry.action}.title`) });
  };
  return (
    <button
      type="button"
      className={classes.entry}
      data-kind={entry.kind}
      onClick={() => lookUp.show({ id: entry.productId, name: entry.name }, entry.name)}
    >
      <EntryIcon kind={entry.kind} />
      <Words first={entry.name} second={told()} />
    </button>
  );
}

function EntryIcon({ kind }: { kind: 'found' | 'done' | 'unsaved' }) {
  if (kind === 'done')
    return <IconCircleCheck size={18} color="var(--mantine-color-green-text)" aria-hidden />;
  return kind === 'found' ? <IconScan size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />;
}

function Words({ first, second }: { first: string; second: string }) {
  return (
    <span className={classes.words}>
      <Text span inherit fw={600} display="block">
        {first}
      </Text>
      <Text span size="sm" display="block">
        {second}
      </Text>
    </span>
  );
}
