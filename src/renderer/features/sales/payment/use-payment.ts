import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { PaymentAttempt } from './payment-attempt';
import { nextTender, type PaymentState, type Tender, type TenderKind } from './tenders';

/** What is to be paid. */
export interface Payable {
  /** Tells it from others, and what it comes to now from what it came to before. */
  key: readonly (string | number)[];
  /** How it would stand with these tenders. */
  calculate: (tenders: Tender[]) => Promise<PaymentState>;
  /** Takes the money; the key makes a payment tried again happen once. */
  pay: (tenders: Tender[], idempotencyKey: string) => Promise<void>;
  /** Holds what was taken so far: the payment is not left before it was given back. */
  taken?: RefObject<readonly Tender[]>;
}

export interface Payment {
  tenders: readonly Tender[];
  /** How it stands with the tenders taken so far; undefined until it is calculated. */
  state: PaymentState | undefined;
  /** How it would stand with what is typed, given in cash. */
  typedState: PaymentState | undefined;
  typedMinor: number | null;
  setTypedMinor: (minor: number | null) => void;
  /** Takes a tender of what is typed, of a given amount, or of all that is left; the last one completes. */
  take: (kind: TenderKind, amountMinor?: number) => void;
  /** Takes back one of the tenders. */
  remove: (index: number) => void;
  isPending: boolean;
  error: unknown;
}

/** A payment in as many parts as it takes. The main process calculates every figure; the window shows them. */
export function usePayment(payable: Payable): Payment {
  const [tenders, setTenders] = useState<Tender[]>([]);
  const [typedMinor, setTypedMinor] = useState<number | null>(null);
  const attempt = useRef(new PaymentAttempt());
  /** A payment that was sent and not answered: it may have happened, so it is sent again before anything else. */
  const unanswered = useRef<Tender[] | null>(null);
  /** A ref, because a second key can arrive before the next render: one tender is taken at a time. */
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
      const { remainingMinor } = await payable.calculate(next);
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
    setTypedMinor: (minor) => {
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
      setTenders(tenders.filter((_, other) => other !== index));
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
