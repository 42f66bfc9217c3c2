import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { PaymentAttempt } from './payment-attempt';
import { isUnlikelyChange, nextTender, type PaymentState, type Tender, type TenderKind } from './tenders';

/** A ticket or an order to be paid. */
export interface Payable {
  /** Identifies the payable and its version; changes when the amount due may have changed. */
  key: readonly (string | number)[];
  /** Calculates the payment state with these tenders. */
  calculate: (tenders: Tender[]) => Promise<PaymentState>;
  /** Completes the payment; the idempotency key makes a retried payment happen once. */
  pay: (tenders: Tender[], idempotencyKey: string) => Promise<void>;
  /** Holds the tenders taken so far; the payment cannot be left before that money was given back. */
  taken?: RefObject<readonly Tender[]>;
}

export interface Payment {
  tenders: readonly Tender[];
  /** The state with the tenders taken so far; undefined until it is calculated. */
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

/** A payment in one or more tenders. The main process calculates every figure; the window only shows them. */
export function usePayment(payable: Payable): Payment {
  const [tenders, setTenders] = useState<Tender[]>([]);
  const [typedMinor, setTypedMinor] = useState<number | null>(null);
  const [doubt, setDoubt] = useState<Doubt | null>(null);
  const attempt = useRef(new PaymentAttempt());
  /** A payment that was sent but not answered. It may have happened, so it is sent again before anything else. */
  const unanswered = useRef<Tender[] | null>(null);
  /** Ensures that one tender is taken at a time. A ref, because a second key can arrive before the next render. */
  const isTaking = useRef(false);
  const standing = usePaymentState(payable, tenders);
  const { taken } = payable;
  useEffect(() => {
    if (taken) taken.current = tenders;
    return () => {
      if (taken) taken.current = [];
    };
  }, [taken, tenders]);
  const typed: Tender[] = typedMinor ? [...tenders, { kind: 'cash', amountMinor: typedMinor }] : [];
  const withTyped = usePaymentState(payable, typed, typed.length > 0);

  const taking = useMutation({
    mutationFn: async ({ kind, amountMinor }: { kind: TenderKind; amountMinor: number | null }) => {
      if (unanswered.current) return payOnce(unanswered.current);
      const state = await payable.calculate(tenders);
      const tender = nextTender(kind, amountMinor, state);
      const next = tender === null ? tenders : [...tenders, tender];
      const { remainingMinor, changeMinor } = await payable.calculate(next);
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
    state: standing.data,
    typedState: typed.length > 0 ? withTyped.data : undefined,
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
    error: taking.error ?? standing.error,
  };
}

function usePaymentState({ key, calculate }: Payable, tenders: Tender[], enabled = true) {
  return useQuery({
    queryKey: ['payment', ...key, tenders],
    queryFn: () => calculate(tenders),
    placeholderData: keepPreviousData,
    gcTime: 0,
    enabled,
  });
}
