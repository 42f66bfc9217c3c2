import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import type { Proof } from '#shared/contract/common';
import type { RefusalData } from '#shared/contract/refusals';
import { refusalOf } from '../lib/refusal';
import { sessionToken } from '../lib/session-token';
import { ApprovalDialog } from './approval-dialog';

/** Who approves, and their PIN or password. */
export type Approval = Proof;

/** Runs a call; where it needs an approval, asks for one and runs it again with it. */
export type WithApproval = <Result>(run: (approval?: Approval) => Promise<Result>) => Promise<Result>;

const ApprovalContext = createContext<WithApproval | null>(null);

/** A call that waits for an approval: `answer` tries one, `cancel` leaves the call refused. */
interface Question {
  needed: RefusalData<'APPROVAL_NEEDED'>;
  answer: (approval: Approval) => Promise<void>;
  cancel: () => void;
}

/** Holds the dialog in which someone approves on the spot what the person signed in may not do alone. */
export function ApprovalProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);

  const withApproval: WithApproval = async (run) => {
    try {
      return await run();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'APPROVAL_NEEDED') throw error;
      return await new Promise((resolve, reject) => {
        setQuestion({
          needed: refusal.data,
          answer: async (approval) => {
            try {
              resolve(await run(approval));
            } catch (refused) {
              if (isAboutTheProof(refused)) throw refused;
              reject(refused);
            }
            setQuestion(null);
          },
          cancel: () => {
            setQuestion(null);
            reject(error);
          },
        });
      });
    }
  };
  // Another session asks for nothing of this one.
  useEffect(() => (question ? sessionToken.subscribe(question.cancel) : undefined), [question]);

  return (
    <ApprovalContext value={withApproval}>
      {children}
      {question && (
        <ApprovalDialog needed={question.needed} onApprove={question.answer} onCancel={question.cancel} />
      )}
    </ApprovalContext>
  );
}

/** Gives `withApproval`, in which a page wraps a call that someone else may approve. */
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
