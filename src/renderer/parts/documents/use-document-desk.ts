import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hasMissedChange } from '#renderer/lib/missed-change';
import { useMay } from '#renderer/lib/session';
import { confirmDiscard } from '#renderer/ui/confirm-discard';
import { savePdf } from '#renderer/ui/save-pdf';
import type {
  DocumentHead,
  DocumentLine,
  DocumentLineChange,
  GoodsDocument,
} from '#shared/contract/documents';
import type { Inputs } from '#shared/contract/index';
import { lineAfter, withChange, withHead } from './document-cache';
import type { DocumentCalls } from './document-calls';

/** The line that changed last, with a running number of changes, so that each change is highlighted. */
interface Lit {
  lineId: number;
  times: number;
}

/** The state of a document's page: its data, the selected line, and the actions on it. */
export function useDocumentDesk<Doc extends GoodsDocument>(id: number, { options, rpc }: DocumentCalls<Doc>) {
  const queries = useQueryClient();
  const query = options(id);
  const { queryKey } = query;
  const { data: document, error: loadError } = useQuery(query);
  const mayMove = useMay()('moveStock') === 'yes';
  const [selectedId, select] = useState<number | null>(null);
  const [lit, setLit] = useState<Lit>({ lineId: 0, times: 0 });
  const [openId, open] = useState<number | null>(null);
  const [removed, setRemoved] = useState<DocumentLine | null>(null);
  const [justPosted, setJustPosted] = useState(false);

  const lines: readonly Doc['lines'][number][] = document?.lines ?? [];
  const find = (lineId: number | null) => lines.find((line) => line.id === lineId) ?? null;

  const reload = () => queries.invalidateQueries({ queryKey });
  const show = async (head: DocumentHead, change: (shown: Doc) => Doc): Promise<void> => {
    // An older answer still pending would overwrite the change.
    await queries.cancelQueries({ queryKey });
    const before = queries.getQueryData<Doc>(queryKey);
    queries.setQueryData<Doc>(queryKey, (shown) => shown && change(shown));
    if (before && hasMissedChange(before, head)) void reload();
  };
  /** Shows a head that a call returned. */
  const takeHead = (head: DocumentHead) => show(head, (shown) => withHead(shown, head));
  /** Applies the result of a call, and highlights the line that it changed. */
  const take = async (change: DocumentLineChange): Promise<void> => {
    await show(change.head, (shown) => withChange(shown, change));
    const { lineId } = change;
    if (lineId === null) return;
    select(lineId);
    setLit(({ times }) => ({ lineId, times: times + 1 }));
  };
  const closed = async (): Promise<void> => {
    open(null);
    setRemoved(null);
    await reload();
  };

  const setting = useMutation({
    mutationFn: (line: Inputs['transfers']['setLine']) => rpc.setLine(line),
    onSuccess: take,
  });
  const changing = useMutation({
    mutationFn: (call: (at: { id: number; version: number }) => Promise<DocumentHead>) =>
      call({ id, version: document?.version ?? 1 }),
    // The stock of a draft depends on its location.
    onSuccess: reload,
  });
  const removing = useMutation({
    mutationFn: ({ id: lineId, version }: DocumentLine) => rpc.removeLine({ lineId, version }),
    onSuccess: async (change, line) => {
      select(lineAfter(lines, line.id));
      open(null);
      setRemoved(line);
      await take(change);
    },
  });
  const undoing = useMutation({
    mutationFn: ({ productId, quantityMilli, anyBatch, batchId }: DocumentLine) =>
      rpc.addLine({ documentId: id, productId, quantityMilli, ...(anyBatch ? {} : { batchId }) }),
    onSuccess: async (change) => {
      setRemoved(null);
      await take(change);
    },
  });
  const posting = useMutation({
    mutationFn: () => rpc.post({ id, version: document?.version ?? 1 }),
    onSuccess: async () => {
      setJustPosted(true);
      await closed();
    },
  });
  const discarding = useMutation({ mutationFn: () => rpc.discard({ id }), onSuccess: closed });
  const restoring = useMutation({ mutationFn: () => rpc.restore({ id }), onSuccess: reload });
  const saving = useMutation({ mutationFn: async () => savePdf(await rpc.pdf({ id })) });
  const calls = [changing, removing, undoing, posting, discarding, restoring, saving];
  const dismissError = (): void => {
    for (const call of calls) if (call.isError) call.reset();
  };
  /** Wraps an action so that it clears the error of the previous call. */
  const afresh =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      dismissError();
      return act(...args);
    };

  return {
    id,
    document,
    loadError,
    /** Whether this person can currently change the document. */
    editable: mayMove && document?.state === 'draft',
    mayMove,
    justPosted,
    selected: find(selectedId) ?? lines.at(-1) ?? null,
    select,
    lit,
    opened: find(openId),
    open,
    removed,
    rpc,
    take,
    takeHead,
    setting,
    /** The error of the page's last call; the form of a line shows its own errors. */
    error: calls.find((call) => call.error !== null)?.error ?? null,
    dismissError,
    /** Changes the head by a call that gets the document's id and its shown version. */
    change: afresh(changing.mutate),
    changeNow: afresh(changing.mutateAsync),
    remove: afresh((line: DocumentLine): void => {
      if (!removing.isPending) removing.mutate(line);
    }),
    undo: afresh((): void => {
      if (removed && !undoing.isPending) undoing.mutate(removed);
    }),
    post: afresh((): void => {
      if (!posting.isPending) posting.mutate();
    }),
    isPosting: posting.isPending,
    discard: afresh(async (): Promise<void> => {
      if (await confirmDiscard(document?.lines.length ?? 0)) discarding.mutate();
    }),
    restore: afresh((): void => restoring.mutate()),
    savePdf: afresh((): void => {
      if (!saving.isPending) saving.mutate();
    }),
  };
}

export type DocumentDesk<Doc extends GoodsDocument = GoodsDocument> = ReturnType<typeof useDocumentDesk<Doc>>;
