import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { hasMissedChange } from '#renderer/lib/missed-change';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { confirmDiscard } from '#renderer/ui/confirm-discard';
import { savePdf } from '#renderer/ui/save-pdf';
import type { Inputs } from '#shared/contract/index';
import type { TransferLine, TransferLineChange } from '#shared/contract/transfers';
import { useStartTransfer } from '../use-start-transfer';
import { lineAfter, withChange } from './transfer-cache';

/** The line that changed last, with a running number of changes, so that each change is highlighted. */
interface Lit {
  lineId: number;
  times: number;
}

/** The state of a transfer's page: its data, the selected line, and the actions on it. */
export function useTransferDesk(id: number) {
  const queries = useQueryClient();
  const options = orpc.transfers.get.queryOptions({ input: { id } });
  const { data: transfer, error: loadError } = useQuery(options);
  const mayMove = useMay()('moveStock') === 'yes';
  const [selectedId, select] = useState<number | null>(null);
  const [lit, setLit] = useState<Lit>({ lineId: 0, times: 0 });
  const [openId, open] = useState<number | null>(null);
  const [removed, setRemoved] = useState<TransferLine | null>(null);
  const [justSent, setJustSent] = useState(false);

  const lines = transfer?.lines ?? [];
  const find = (lineId: number | null) => lines.find((line) => line.id === lineId) ?? null;
  const selected = find(selectedId) ?? lines.at(-1) ?? null;

  const reload = () => queries.invalidateQueries({ queryKey: options.queryKey });

  /** Applies the result of a call, and highlights the line that it changed. */
  const take = async (change: TransferLineChange): Promise<void> => {
    // An older answer still pending would overwrite the change.
    await queries.cancelQueries({ queryKey: options.queryKey });
    const before = queries.getQueryData(options.queryKey);
    queries.setQueryData(options.queryKey, (shown) => shown && withChange(shown, change));
    if (before && hasMissedChange(before, change.head)) void reload();
    const { lineId } = change;
    if (lineId === null) return;
    select(lineId);
    setLit(({ times }) => ({ lineId, times: times + 1 }));
  };

  const setting = useMutation({
    mutationFn: (line: Inputs['transfers']['setLine']) => rpc.transfers.setLine(line),
    onSuccess: take,
  });
  const changing = useMutation({
    mutationFn: (change: Omit<Inputs['transfers']['change'], 'id' | 'version'> & { version?: number }) =>
      rpc.transfers.change({ id, version: transfer?.version ?? 1, ...change }),
    onSuccess: reload,
  });
  const removing = useMutation({
    mutationFn: ({ id: lineId, version }: TransferLine) => rpc.transfers.removeLine({ lineId, version }),
    onSuccess: async (change, line) => {
      select(lineAfter(lines, line.id));
      open(null);
      setRemoved(line);
      await take(change);
    },
  });
  const undoing = useMutation({
    mutationFn: ({ productId, quantityMilli, anyBatch, batchId }: TransferLine) =>
      rpc.transfers.addLine({
        transferId: id,
        productId,
        quantityMilli,
        ...(anyBatch ? {} : { batchId }),
      }),
    onSuccess: async (change) => {
      setRemoved(null);
      await take(change);
    },
  });
  const sending = useMutation({
    mutationFn: () => rpc.transfers.send({ id, version: transfer?.version ?? 1 }),
    onSuccess: async () => {
      open(null);
      setRemoved(null);
      setJustSent(true);
      await reload();
    },
  });
  const discarding = useMutation({
    mutationFn: () => rpc.transfers.discard({ id }),
    onSuccess: async () => {
      open(null);
      setRemoved(null);
      await reload();
    },
  });
  const restoring = useMutation({ mutationFn: () => rpc.transfers.restore({ id }), onSuccess: reload });
  const saving = useMutation({ mutationFn: async () => savePdf(await rpc.transfers.pdf({ id })) });
  const next = useStartTransfer();
  const calls = [changing, removing, undoing, sending, discarding, restoring, saving];
  const dismissError = (): void => {
    next.dismiss();
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
    transfer,
    loadError,
    /** Whether this person can currently change the transfer. */
    editable: mayMove && transfer?.state === 'draft',
    mayMove,
    justSent,
    selected,
    select,
    lit,
    opened: find(openId),
    open,
    removed,
    take,
    setting,
    /** The error of the page's last call; the form of a line shows its own errors. */
    error: calls.find((call) => call.error !== null)?.error ?? next.error,
    dismissError,
    change: afresh(changing.mutate),
    changeNow: afresh(changing.mutateAsync),
    remove: afresh((line: TransferLine): void => {
      if (!removing.isPending) removing.mutate(line);
    }),
    undo: afresh((): void => {
      if (removed && !undoing.isPending) undoing.mutate(removed);
    }),
    send: afresh((): void => {
      if (!sending.isPending) sending.mutate();
    }),
    isSending: sending.isPending,
    discard: afresh(async (): Promise<void> => {
      if (await confirmDiscard(transfer?.lines.length ?? 0)) discarding.mutate();
    }),
    restore: afresh((): void => restoring.mutate()),
    savePdf: afresh((): void => {
      if (!saving.isPending) saving.mutate();
    }),
    next,
  };
}

export type TransferDesk = ReturnType<typeof useTransferDesk>;
