import { type ReactNode, useState } from 'react';
import { BackButton } from '#renderer/ui/back-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { PrintSheet } from '#renderer/ui/print-sheet';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { GoodsDocument } from '#shared/contract/documents';
import type { Paper } from '#shared/documents/blocks';
import { DocumentActions } from './document-actions';
import { DocumentBody } from './document-body';
import type { DocumentWords } from './document-words';
import { LinePanel } from './line-panel';
import type { DocumentDesk } from './use-document-desk';
import type { StartDocument } from './use-start-document';

/** What a kind of document shows of a posted or discarded one, besides the common parts. */
interface ClosedParts {
  lines: ReactNode;
  actions: ReactNode;
  aside: ReactNode;
}

interface DocumentPageProps<Doc extends GoodsDocument> {
  desk: DocumentDesk<Doc>;
  words: DocumentWords<Doc>;
  /** The title while the document is not loaded. */
  title: string;
  /** The address of the list. */
  list: '/stockroom/transfers' | '/stockroom/issues';
  next: StartDocument;
  /** The fields of a draft's head. */
  head: (document: Doc) => ReactNode;
  /** Sets a location of a draft from its scanned label. */
  goTo: (document: Doc, locationId: number) => Promise<unknown>;
  /** The document to print. */
  paper: (document: Doc) => Paper;
  /** Of a document that cannot be edited. */
  closed?: (document: Doc) => ClosedParts;
}

/** A document on its own page: a draft to fill by scanning, or the posted document. */
export function DocumentPage<Doc extends GoodsDocument>(props: DocumentPageProps<Doc>) {
  const { desk, words, title, list, next, head, goTo, paper, closed } = props;
  const [camera, setCamera] = useState(false);
  const { document, loadError, opened, editable } = desk;
  const parts = document && !editable ? closed?.(document) : undefined;
  const panel = editable && document && opened && (
    <LinePanel key={opened.id} line={opened} leaves={words.leaves(document)} desk={desk} />
  );
  return (
    <PrintSheet>
      <Page
        title={document ? words.title(document) : title}
        back={<BackButton to={list} label={words.back} />}
        actions={
          document && (
            <DocumentActions
              document={document}
              desk={desk}
              words={words}
              paper={paper}
              next={next}
              camera={camera}
              onCamera={() => setCamera((on) => !on)}
              more={parts?.actions}
            />
          )
        }
        aside={panel || parts?.aside}
      >
        <RefusalNote error={loadError ?? next.error} {...(next.error ? { onDismiss: next.dismiss } : {})} />
        {!(document || loadError) && <LateLoader />}
        {document && (
          <DocumentBody
            document={document}
            desk={desk}
            words={words}
            head={head(document)}
            goTo={(locationId) => goTo(document, locationId)}
            camera={camera}
            postedLines={parts?.lines}
          />
        )}
      </Page>
    </PrintSheet>
  );
}
