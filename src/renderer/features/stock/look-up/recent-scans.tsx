import { ActionIcon, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck, IconScan, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/links';
import { refusalOf, useRefusalSentence } from '../../../lib/refusal';
import { useMay } from '../../../lib/session';
import classes from './look-up.module.css';
import type { NumberedEntry } from './look-up-log';
import type { LookUp } from './use-look-up';

/** What was scanned and done, newest first, and beside it what failed, while one goes on. */
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
              {entry.kind === 'failed' ? (
                <Failure entry={entry} onDismiss={() => lookUp.dismiss(entry.number)} />
              ) : (
                <button
                  type="button"
                  className={classes.entry}
                  data-kind={entry.kind}
                  onClick={() => lookUp.show({ id: entry.productId, name: entry.name }, entry.name)}
                >
                  <EntryIcon kind={entry.kind} />
                  <span className={classes.words}>
                    <Text span inherit fw={600} display="block">
                      {entry.name}
                    </Text>
                    <Text span size="sm" display="block">
                      {entry.kind === 'found' ? entry.code : entry.sentence}
                    </Text>
                  </span>
                </button>
              )}
            </li>
          ))}
        </ol>
      )}
    </aside>
  );
}

function EntryIcon({ kind }: { kind: 'found' | 'done' | 'unsaved' }) {
  if (kind === 'done')
    return <IconCircleCheck size={18} color="var(--mantine-color-green-text)" aria-hidden />;
  return kind === 'found' ? <IconScan size={18} aria-hidden /> : <IconAlertTriangle size={18} aria-hidden />;
}

interface FailureProps {
  entry: Extract<NumberedEntry, { kind: 'failed' }>;
  onDismiss: () => void;
}

function Failure({ entry, onDismiss }: FailureProps) {
  const { t } = useTranslation(['stock', 'common']);
  const sentence = useRefusalSentence();
  const isUnknown = refusalOf(entry.error)?.code === 'UNKNOWN_BARCODE';
  const mayAdd = useMay()('editCatalogue') === 'yes';
  return (
    <div className={classes.entry} data-kind="failed" role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div className={classes.words}>
        <Text span inherit fw={600} display="block">
          {entry.code}
        </Text>
        <Text span size="sm" display="block">
          {sentence(entry.error)}
        </Text>
        {isUnknown && mayAdd && (
          <ButtonLink
            to="/office/products"
            search={{ code: entry.code }}
            variant="default"
            size="compact-sm"
            mt={6}
          >
            {t('stock:lookUp.addProduct')}
          </ButtonLink>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('common:dismiss')}
        onClick={onDismiss}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
