import { ActionIcon, Text } from '@mantine/core';
import { IconAlertCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { useMay } from '#renderer/lib/session';
import { ButtonLink } from '#renderer/ui/links';
import classes from './look-up.module.css';
import type { NumberedEntry } from './look-up-log';

interface MissedProps<Kind extends NumberedEntry['kind']> {
  entry: Extract<NumberedEntry, { kind: Kind }>;
  onDismiss: () => void;
}

/** A failed scan; for an unknown code it offers to add a product. */
export function FailedScan({ entry, onDismiss }: MissedProps<'failed'>) {
  const { t } = useTranslation('stock');
  const sentence = useRefusalSentence();
  const isUnknown = refusalOf(entry.error)?.code === 'UNKNOWN_BARCODE';
  const mayAdd = useMay()('editCatalogue') === 'yes';
  return (
    <Missed title={entry.code} sentence={sentence(entry.error)} onDismiss={onDismiss}>
      {isUnknown && mayAdd && (
        <ButtonLink to="/office/products" search={{ code: entry.code }} variant="default" px="sm">
          {t('lookUp.addProduct')}
        </ButtonLink>
      )}
    </Missed>
  );
}

/** A scan of a known code that could not be taken at that moment. */
export function ScanNotTaken({ entry: { name, hindrance }, onDismiss }: MissedProps<'notTaken'>) {
  const { t } = useTranslation('stock');
  const why = (): string => {
    if ('action' in hindrance) {
      const { action, of } = hindrance;
      return t(`lookUp.notTaken.${hindrance.why}`, { action: t(`actions.${action}.title`), of });
    }
    return t(`lookUp.notTaken.${hindrance.why}`);
  };
  return <Missed title={name} sentence={why()} onDismiss={onDismiss} />;
}

interface MissedNoteProps {
  title: string;
  sentence: string;
  onDismiss: () => void;
  children?: ReactNode;
}

function Missed({ title, sentence, onDismiss, children }: MissedNoteProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.entry} data-kind="failed" role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div className={classes.words}>
        <Text span inherit fw={600} display="block">
          {title}
        </Text>
        <Text span size="sm" display="block">
          {sentence}
        </Text>
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={44}
        m={-8}
        aria-label={t('dismiss')}
        onClick={onDismiss}
      >
        <IconX size={18} />
      </ActionIcon>
      {children && <div className={classes.wayOn}>{children}</div>}
    </div>
  );
}
