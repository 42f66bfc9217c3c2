import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type DialogFrameProps = Omit<ModalProps, 'opened'>;

/** A dialog that is open while it is mounted. When it unmounts, the focus returns to where it was before. */
export function DialogFrame(props: DialogFrameProps) {
  const { t } = useTranslation();
  // Read during the first render, because the dialog's content takes the focus as soon as it is mounted.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
  return <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props} />;
}
