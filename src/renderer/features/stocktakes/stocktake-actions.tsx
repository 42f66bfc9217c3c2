import {
  IconCamera,
  IconCameraOff,
  IconChecks,
  IconEye,
  IconFileTypePdf,
  IconScan,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { KeyButton } from '#renderer/ui/key-button';
import type { StocktakeState } from '#shared/contract/stocktakes';

interface DeskActionsProps {
  state: StocktakeState;
  /** Whether this screen shows the counting, or the review. */
  countsHere: boolean;
  camera: boolean;
  busy: boolean;
  onCamera: () => void;
  onReview: () => void;
  onCountOn: () => void;
  onPost: () => void;
  onPrint: () => void;
}

/** The actions on a stocktake in its current state. */
export function DeskActions(props: DeskActionsProps) {
  const { state, countsHere, camera, busy } = props;
  const { t } = useTranslation('stocktakes');
  const isOpen = state === 'counting' || state === 'review';
  return (
    <>
      {countsHere && (
        <KeyButton
          keys={documentKeys.camera}
          variant="default"
          label={t(camera ? 'counting.cameraOff' : 'counting.cameraOn')}
          icon={camera ? <IconCameraOff size={20} /> : <IconCamera size={20} />}
          run={props.onCamera}
        />
      )}
      <KeyButton
        keys={documentKeys.pdf}
        variant="default"
        label={t(countsHere ? 'sheet.count' : 'sheet.differences')}
        icon={<IconFileTypePdf size={20} />}
        disabled={busy}
        run={props.onPrint}
      />
      {countsHere && (
        <KeyButton
          keys={documentKeys.finish}
          label={t('review.do')}
          icon={<IconEye size={20} />}
          disabled={busy}
          run={props.onReview}
        />
      )}
      {isOpen && !countsHere && (
        <>
          <KeyButton
            keys={documentKeys.other}
            variant="default"
            label={t('review.countOn')}
            icon={<IconScan size={20} />}
            run={props.onCountOn}
          />
          <KeyButton
            keys={documentKeys.finish}
            label={t('post.action')}
            icon={<IconChecks size={20} />}
            disabled={state !== 'review'}
            run={props.onPost}
          />
        </>
      )}
    </>
  );
}
