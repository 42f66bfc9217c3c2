import {
  IconCamera,
  IconCameraOff,
  IconFileTypePdf,
  IconPlus,
  IconPrinter,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { KeyButton } from '#renderer/ui/key-button';
import { usePrintPaper } from '#renderer/ui/paper/use-print-paper';
import type { GoodsDocument } from '#shared/contract/documents';
import type { Paper } from '#shared/documents/blocks';
import type { DocumentWords } from './document-words';
import type { DocumentDesk } from './use-document-desk';
import type { StartDocument } from './use-start-document';

interface DocumentActionsProps<Doc extends GoodsDocument> {
  document: Doc;
  desk: DocumentDesk<Doc>;
  words: DocumentWords<Doc>;
  paper: (document: Doc) => Paper;
  next: StartDocument;
  camera: boolean;
  onCamera: () => void;
  /** Further actions of the kind on a document that is not a draft. */
  more: ReactNode;
}

/** The actions on a document in its current state, with their keys. */
export function DocumentActions<Doc extends GoodsDocument>(props: DocumentActionsProps<Doc>) {
  const { document, desk, words, paper, next, camera, onCamera, more } = props;
  const { t } = useTranslation('documents');
  const print = usePrintPaper();
  const { editable, mayMove, justPosted } = desk;
  const post = (
    <KeyButton
      keys={documentKeys.finish}
      label={words.post}
      icon={<IconSend size={20} />}
      disabled={document.lines.length === 0 || desk.isPosting}
      run={desk.post}
    />
  );
  // Beside an open line there is only room for the main action.
  if (editable && desk.opened) return post;
  return (
    <>
      {editable ? (
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
      ) : (
        more
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
        run={() => void print(paper(document))}
      />
      {editable
        ? post
        : mayMove && (
            <KeyButton
              // The key makes it a new button, not the one for posting, so that it takes the focus.
              key="next"
              keys={documentKeys.start}
              autoFocus={justPosted}
              label={words.next}
              icon={<IconPlus size={20} />}
              disabled={next.needsLocations}
              run={next.start}
            />
          )}
    </>
  );
}
