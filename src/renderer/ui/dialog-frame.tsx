import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { FocusOnOpen } from './focus-on-open';

type DialogFrameProps = Omit<ModalProps, 'opened'>;

/** A dialog that is open while it is mounted. */
export function DialogFrame({ children, ...props }: DialogFrameProps) {
  const { t } = useTranslation();
  return (
    <Modal opened closeButtonProps={{ 'aria-label': t('close') }} {...props}>
      {children}
      <FocusOnOpen />
    </Modal>
  );
}
