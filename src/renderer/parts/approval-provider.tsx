import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { refusalOf } from '#renderer/lib/refusal';
import { sessionToken } from '#renderer/lib/session-token';
import type { Proof } from '#shared/contract/common';
import type { RefusalData } from '#shared/contract/refusals';
import { ApprovalDialog } from './approval-dialog';

/** The approver and their PIN or password. */
export type Approval = Proof;

/** A call, with an approval or without one. */
type Run<Result> = (approval?: Approval) => Promise<Result>;

/** Runs a call. If it needs an approval, asks for one of the subject and runs the call again with it. */
type WithApproval = <Result>(subject: string, run: Run<Result>) => Promise<Result>;

const ApprovalContext = createContext<WithApproval | null>(null);

/** A call that waits for an approval: `answer` tries one; `cancel` leaves the call refused. */
interface Question {
  /** What is approved, in words. */
  subject: string;
  needed: RefusalData<'APPROVAL_NEEDED'>;
  answer: (approval: Approval) => Promise<void>;
  cancel: () => void;
}

/** Holds the dialog in which another person approves what the signed-in person may not do alone. */
export function ApprovalProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);

  const asked = useRef<Promise<unknown> | null>(null);

  const ask = <Result,>(refused: Error, about: Pick<Question, 'subject' | 'needed'>, run: Run<Result>) =>
    new Promise<Result>((resolve, reject) => {
      setQuestion({
        ...about,
        answer: async (approval) => {
          try {
            resolve(await run(approval));
          } catch (error) {
            if (isAboutTheProof(error)) throw error;
            reject(error);
          }
          setQuestion(null);
        },
        cancel: () => {
          setQuestion(null);
          reject(refused);
        },
      });
    });

  const withApproval: WithApproval = async <Result,>(subject: string, run: Run<Result>): Promise<Result> => {
    try {
      return await run();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'APPROVAL_NEEDED' || !(error instanceof Error)) throw error;
      // One dialog at a time. Its result may affect the next question, so the waiting call runs again.
      if (asked.current !== null) {
        await asked.current;
        return await withApproval(subject, run);
      }
      const answered = ask(error, { subject, needed: refusal.data }, run);
      const forget = () => {
        asked.current = null;
      };
      asked.current = answered.then(forget, forget);
      return await answered;
    }
  };
  // A change of session cancels the question.
  useEffect(() => (question ? sessionToken.subscribe(question.cancel) : undefined), [question]);

  return (
    <ApprovalContext value={withApproval}>
      {children}
      {question && (
        <ApprovalDialog
          subject={question.subject}
          needed={question.needed}
          onApprove={question.answer}
          onCancel={question.cancel}
        />
      )}
    </ApprovalContext>
  );
}

/** Returns `withApproval`, which wraps a call that another person may approve. */
export function useApproval(): WithApproval {
  const withApproval = useContext(ApprovalContext);
  if (!withApproval) throw new Error('useApproval needs an ApprovalProvider above it');
  return withApproval;
}

const ABOUT_THE_PROOF: readonly unknown[] = [
  'APPROVAL_REFUSED',
  'PIN_TOO_SHORT',
  'TOO_MANY_TRIES',
  'INPUT_INVALID',
];

function isAboutTheProof(error: unknown): boolean {
  return ABOUT_THE_PROOF.includes(refusalOf(error)?.code);
}
