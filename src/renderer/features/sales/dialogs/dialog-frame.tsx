import { Modal, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

type DialogFrameProps = Omit<ModalProps, 'opened'>;

/** A dialog that is open as long as it is there. When it goes, the focus is back where it was before. */
export function DialogFrame(props: DialogFrameProps) {
  const { t } = useTranslation();
  useEffect(() => {
    // The dialog takes the focus a moment later.
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props} />;
}
