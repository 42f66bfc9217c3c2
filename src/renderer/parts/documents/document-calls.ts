import type { UseQueryOptions } from '@tanstack/react-query';
import type { DocumentHead, DocumentLineChange, GoodsDocument } from '#shared/contract/documents';
import type { Inputs, Outputs } from '#shared/contract/index';

type Calls = Inputs['transfers'];

/** The calls of one kind of document, as far as all kinds are alike. */
export interface DocumentCalls<Doc extends GoodsDocument> {
  /** Loads one document. */
  options: (id: number) => UseQueryOptions<Doc>;
  rpc: {
    scan: (input: Calls['scan']) => Promise<DocumentLineChange>;
    addLine: (input: Calls['addLine']) => Promise<DocumentLineChange>;
    setLine: (input: Calls['setLine']) => Promise<DocumentLineChange>;
    removeLine: (input: Calls['removeLine']) => Promise<DocumentLineChange>;
    post: (input: Calls['post']) => Promise<DocumentHead>;
    discard: (input: Calls['discard']) => Promise<DocumentHead>;
    restore: (input: Calls['restore']) => Promise<DocumentHead>;
    pdf: (input: Calls['pdf']) => Promise<Outputs['transfers']['pdf']>;
  };
}
