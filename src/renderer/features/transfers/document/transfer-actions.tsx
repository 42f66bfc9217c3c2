import {
  IconCamera,
  IconCameraOff,
  IconFileTypePdf,
  IconPlus,
  IconPrinter,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { KeyButton } from '#renderer/ui/key-button';
import { usePrint } from '#renderer/ui/print-sheet';
import type { Transfer } from '#shared/contract/transfers';
import { TransferPaper } from './transfer-paper';
import type { TransferDesk } from './use-transfer-desk';

interface TransferActionsProps {
  transfer: Transfer;
  desk: TransferDesk;
  camera: boolean;
  onCamera: () => void;
}

/** The actions on a transfer in its current state, with their keys. */
export function TransferActions({ transfer, desk, camera, onCamera }: TransferActionsProps) {
  const { t } = useTranslation('transfers');
  const print = usePrint();
  const { editable, mayMove, justSent, next } = desk;
  const send = (
    <KeyButton
      keys={documentKeys.finish}
      label={t('actions.send')}
      icon={<IconSend size={20} />}
      disabled={transfer.lines.length === 0 || desk.isSending}
      run={desk.send}
    />
  );
  // Beside an open line there is only room for the main action.
  if (editable && desk.opened) return send;
  return (
    <>
      {editable && (
        <>
          <KeyButton
            keys={documentKeys.camera}
            variant="default"
            label={t(camera ? 'actions.cameraOff' : 'actions.cameraOn')}
            icon={camera ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
            run={onCamera}
          />
          <KeyButton
            keys={documentKeys.discard}
            variant="default"
            label={t('actions.discard')}
            icon={<IconTrash size={20} />}
            run={() => void desk.discard()}
          />
        </>
      )}
      <KeyButton
        keys={documentKeys.pdf}
        variant="default"
        label={t('actions.pdf')}
        icon={<IconFileTypePdf size={20} />}
        run={desk.savePdf}
      />
      <KeyButton
        keys={documentKeys.print}
        variant="default"
        label={t('actions.print')}
        icon={<IconPrinter size={20} />}
        run={() => void print(<TransferPaper transfer={transfer} />, 'a4')}
      />
      {editable
        ? send
        : mayMove && (
            <KeyButton
              // The key makes it a new button, not the one for sending, so that it takes the focus.
              key="next"
              keys={documentKeys.start}
              autoFocus={justSent}
              label={t('actions.next')}
              icon={<IconPlus size={20} />}
              disabled={next.needsLocations}
              run={next.start}
            />
          )}
    </>
  );
}
