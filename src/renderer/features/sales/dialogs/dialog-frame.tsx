import { Modal, type ModalProps } from '@mantine/core';
import { useEffect } from 'react';

type DialogFrameProps = Omit<ModalProps, 'opened'>;

/** A dialog that is open as long as it is there. When it goes, the focus is back where it was before. */
export function DialogFrame(props: DialogFrameProps) {
  useEffect(() => {
    // The dialog takes the focus a moment later.
    const before = document.activeElement;
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return <Modal opened {...props} />;
}
