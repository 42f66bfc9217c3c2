import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

type DialogFrameProps = Omit<ModalProps, 'opened'>;

/** A dialog that is open as long as it is there. When it goes, the focus is back where it was before. */
export function DialogFrame(props: DialogFrameProps) {
  const { t } = useTranslation();
  // What is in the dialog takes the focus as soon as it is drawn.
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
    [before],
  );
  return <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props} />;
}
