import { useMutation } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { PaymentAttempt } from './payment-attempt';
import type { PaymentState } from './tenders';
import { isUnlikelyChange, nextTender, type Tender, type TenderKind } from './tenders';

/** A ticket or an order to be paid. */
export interface Payable {
  /** Identifies the payable and its version; changes when the amount due may have changed. */
  key: readonly (string | number)[];
  /** Calculates the payment state with these tenders. @throws CARD_TOO_MUCH */
  calculate: (tenders: readonly Tender[]) => PaymentState;
  /** Completes the payment; the idempotency key makes a retried payment happen once. */
  pay: (tenders: Tender[], idempotencyKey: string) => Promise<void>;
  /** Holds the tenders taken so far; the payment cannot be left before that money was given back. */
  taken?: RefObject<readonly Tender[]>;
}

interface Payment {
  tenders: readonly Tender[];
  /** The state with the tenders taken so far; undefined if they are more than what is due now. */
  state: PaymentState | undefined;
  /** The state if the typed amount were paid in cash. */
  typedState: PaymentState | undefined;
  typedMinor: number | null;
  setTypedMinor: (minor: number | null) => void;
  /** Takes a tender of the given, the typed or the full remaining amount; the last tender completes the payment. */
  take: (kind: TenderKind, amountMinor?: number) => void;
  /** A cash amount that was not taken yet, because of its large change; taking the same amount again confirms it. */
  doubt: Doubt | null;
  /** Removes one of the tenders. */
  remove: (index: number) => void;
  isPending: boolean;
  error: unknown;
}

interface Doubt {
  amountMinor: number;
  changeMinor: number;
}

/**
 * A payment in one or more tenders. The window calculates what remains, so that only the last tender is a call; the
 * main process calculates again when it settles the payment.
 */
export function usePayment(payable: Payable): Payment {
  const [tenders, setTenders] = useState<Tender[]>([]);
  const [typedMinor, setTypedMinor] = useState<number | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const attempt = useRef(new PaymentAttempt());
  /** A payment that was sent but not answered. It may have happened, so it is sent again before anything else. */
  const unanswered = useRef<Tender[] | null>(null);
  /** Ensures that one tender is taken at a time. A ref, because a second key can arrive before the next render. */
  const isTaking = useRef(false);
  const soFar = stateOf(payable, tenders);
  const { taken } = payable;
  useEffect(() => {
    if (taken) taken.current = tenders;
    return () => {
      if (taken) taken.current = [];
    };
  }, [taken, tenders]);
  const typed: Tender[] = typedMinor ? [...tenders, { kind: 'cash', amountMinor: typedMinor }] : [];

  const taking = useMutation({
    mutationFn: async ({ kind, amountMinor }: { kind: TenderKind; amountMinor: number | null }) => {
      if (unanswered.current) return payOnce(unanswered.current);
      const state = payable.calculate(tenders);
      const tender = nextTender(kind, amountMinor, state);
      const next = tender === null ? tenders : [...tenders, tender];
      const { remainingMinor, changeMinor } = payable.calculate(next);
      if (tender && isUnlikelyChange(state, changeMinor) && doubt?.amountMinor !== tender.amountMinor) {
        setDoubt({ amountMinor: tender.amountMinor, changeMinor });
        return;
      }
      setDoubt(null);
      if (remainingMinor === 0) {
        await payOnce(next);
      } else {
        setTenders(next);
        setTypedMinor(null);
      }
    },
    onSettled: () => {
      isTaking.current = false;
    },
  });

  const payOnce = async (all: Tender[]): Promise<void> => {
    const key = attempt.current.keyFor([payable.key, all]);
    const answered = (): void => {
      attempt.current.answered();
      unanswered.current = null;
    };
    unanswered.current = all;
    try {
      await payable.pay(all, key);
    } catch (error) {
      if (refusalOf(error)) answered();
      throw error;
    }
    answered();
  };

  return {
    tenders,
    state: soFar.state,
    typedState: typed.length > 0 ? stateOf(payable, typed).state : undefined,
    typedMinor,
    doubt,
    setTypedMinor: (minor) => {
      setDoubt(null);
      setTypedMinor(minor);
      if (!isTaking.current) taking.reset();
    },
    take: (kind, amountMinor) => {
      if (isTaking.current) return;
      isTaking.current = true;
      taking.mutate({ kind, amountMinor: amountMinor ?? typedMinor });
    },
    remove: (index) => {
      if (isTaking.current) return;
      setTenders((now) => now.filter((_, other) => other !== index));
      setDoubt(null);
      taking.reset();
    },
    isPending: taking.isPending,
    error: taking.error ?? soFar.error,
  };
}

/** The payment state, or why the tenders are refused: less may be due now than was taken by card. */
function stateOf(
  { calculate }: Payable,
  tenders: readonly Tender[],
): { state: PaymentState | undefined; error: unknown } {
  try {
    return { state: calculate(tenders), error: null };
  } catch (error) {
    if (!refusalOf(error)) throw error;
    return { state: undefined, error };
  }
}
