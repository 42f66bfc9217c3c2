import { useLocalStorage } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useRef, useState } from 'react';
import { playFailure } from '#renderer/lib/scan/sounds';
import { useSession } from '#renderer/lib/session';
import { useLiveState } from '#renderer/lib/use-live-state';
import type { LineChange, Ticket } from '#shared/contract/sales-documents';
import type { Tender } from '../payment/tenders';
import { currentTicketOptions, shownTicket, showTicket } from '../queries';
import { lineAfterVoid, patchTicket } from './ticket-cache';
import type { QuantityNeeded, Till, TillDialog, TillFailure, TillStep } from './till-context';

interface Changed {
  lineId: number;
  times: number;
}

/** The till of this window. The selected line is remembered, so that it is the same one after a crash. */
export function useTillState(): { till: Till; isPending: boolean; error: unknown } {
  const { data: ticket = null, isPending, error } = useQuery(currentTicketOptions());
  const queries = useQueryClient();
  const { account } = useSession();
  const [selectedId, setSelectedId] = useLocalStorage<number | null>({
    key: 'tillroom.till.line',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const [changed, setChanged] = useState<Changed | null>(null);
  const [failure, setFailure] = useState<TillFailure | null>(null);
  const [dialog, setDialog, dialogNow] = useLiveState<TillDialog | null>(null);
  const [step, setStep] = useState<TillStep>({ kind: 'sell' });
  const [findText, setFindText, findTextNow] = useLiveState('');
  const findBox = useRef<HTMLInputElement | null>(null);
  const failing = useRef(false);
  const tendersTaken = useRef<readonly Tender[]>([]);

  const take = useCallback(
    (change: LineChange) => {
      const shown = shownTicket(queries);
      const cashier = { id: account.id, name: `${account.firstName} ${account.lastName}`.trim() };
      const patched = patchTicket(shown, change, { cashier, createdAt: Date.now() });
      showTicket(queries, patched.ticket);
      if (!patched.complete) void queries.invalidateQueries(currentTicketOptions());
      setSelectedId(change.line?.id ?? lineAfterVoid(shown?.lines ?? [], change.lineId));
      if (change.line) {
        setChanged((last) => ({ lineId: change.lineId, times: (last?.times ?? 0) + 1 }));
      }
      setStep((now) => (now.kind === 'paid' ? { kind: 'sell' } : now));
    },
    [queries, account, setSelectedId],
  );

  const show = useCallback(
    (next: Ticket | null) => {
      const same = next !== null && next.id === shownTicket(queries)?.id;
      showTicket(queries, next);
      if (!same) setSelectedId(next?.lines.at(-1)?.id ?? null);
    },
    [queries, setSelectedId],
  );

  const lines = ticket?.lines;
  const line = useMemo(
    () => lines?.find(({ id }) => id === selectedId) ?? lines?.at(-1) ?? null,
    [lines, selectedId],
  );
  const moveSelection = useCallback(
    (steps: -1 | 1) => {
      const all = lines ?? [];
      const next = all[all.findIndex(({ id }) => id === line?.id) + steps];
      if (next) setSelectedId(next.id);
    },
    [lines, line, setSelectedId],
  );

  const fail = useCallback(
    (what: TillFailure) => {
      failing.current = true;
      playFailure();
      setFailure(what);
      // It may have failed because the ticket this window shows is outdated.
      void queries.invalidateQueries(currentTicketOptions());
      // The camera would hide it.
      if (dialogNow()?.kind === 'camera') setDialog(null);
    },
    [queries, setDialog, dialogNow],
  );
  const acknowledge = useCallback(() => {
    failing.current = false;
    setFailure(null);
  }, []);
  const close = useCallback(() => setDialog(null), [setDialog]);
  const askQuantity = useCallback(
    (needed: QuantityNeeded): boolean => {
      const open = dialogNow();
      // A code scanned twice still opens one dialog.
      if (open?.kind === 'scanQuantity' && open.needed.code === needed.code) return true;
      if (open && open.kind !== 'camera') return false;
      setDialog({ kind: 'scanQuantity', needed });
      return true;
    },
    [setDialog, dialogNow],
  );

  const till: Till = {
    ticket,
    line,
    select: setSelectedId,
    moveSelection,
    changed,
    take,
    show,
    failure,
    isFailing: () => failing.current,
    fail,
    acknowledge,
    askQuantity,
    findText,
    findTextNow,
    setFindText,
    dialog,
    open: setDialog,
    tendersTaken,
    close,
    step,
    go: setStep,
    findBox,
  };
  return { till, isPending, error };
}
