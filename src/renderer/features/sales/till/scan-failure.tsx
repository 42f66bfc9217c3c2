import { FocusTrap } from '@mantine/core';
import { IconAlertOctagonFilled, IconPackage } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { ButtonLink } from '#renderer/ui/links';
import classes from './scan-failure.module.css';
import { type TillFailure, useTill } from './till-context';

/**
 * Covers the ticket with the failure to add an item until a person acknowledges it. While a dialog is open,
 * the card waits until it is closed; scans are refused meanwhile.
 */
export function ScanFailure() {
  const { failure, dialog } = useTill();
  return failure && dialog === null ? <FailureCard failure={failure} /> : null;
}

function FailureCard({ failure }: { failure: TillFailure }) {
  const { acknowledge } = useTill();
  const { t } = useTranslation('sales');
  const sentence = useRefusalSentence();
  const mayAdd = useMay()('editCatalogue') === 'yes';
  const titleId = useId();
  const sentenceId = useId();
  const refusal = refusalOf(failure.error);
  // Of a GS1 code it is the GTIN: what the product can be given.
  const unknownCode = refusal?.code === 'UNKNOWN_BARCODE' ? refusal.data.code : null;
  const code = unknownCode ?? failure.code;
  return (
    <FocusTrap active>
      <div
        role="alertdialog"
        aria-labelledby={titleId}
        aria-describedby={sentenceId}
        className={classes.card}
      >
        <IconAlertOctagonFilled size={56} aria-hidden />
        <h2 id={titleId} className={classes.title}>
          {t('till.failure.title')}
        </h2>
        {code !== null && <div className={classes.code}>{code}</div>}
        <p id={sentenceId} className={classes.sentence}>
          {sentence(failure.error)}
        </p>
        <KeyButton
          data-autofocus
          keys="Escape"
          layer="dialog"
          label={t('till.failure.acknowledge')}
          size="lg"
          variant="white"
          color="red"
          run={acknowledge}
        />
        {unknownCode !== null && mayAdd && (
          <ButtonLink
            to="/office/products"
            search={{ code: unknownCode }}
            size="md"
            variant="outline"
            color="white"
            leftSection={<IconPackage size={20} />}
          >
            {t('till.failure.addProduct')}
          </ButtonLink>
        )}
        <p className={classes.hint}>{t('till.failure.keysHint')}</p>
      </div>
    </FocusTrap>
  );
}
