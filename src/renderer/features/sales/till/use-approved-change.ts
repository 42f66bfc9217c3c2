import { refusalOf } from '#renderer/lib/refusal';
import { playFailure } from '#renderer/lib/scan/sounds';
import { type Approval, useApproval } from '#renderer/parts/approval-provider';
import type { LineChange } from '#shared/contract/sales-documents';

type Change = (approval: Approval | undefined) => Promise<LineChange>;

/**
 * Makes a change of the ticket that may need an approval because it takes more off the price; `subject` describes
 * the change. If an approval is needed, plays the failure sound and asks for it. Returns null when it was not
 * approved and the ticket is unchanged.
 */
export function useApprovedChange(): (subject: string, change: Change) => Promise<LineChange | null> {
  const withApproval = useApproval();
  return async (subject, change) => {
    const attempt = async (approval?: Approval): Promise<LineChange> => {
      try {
        return await change(approval);
      } catch (error) {
        if (needsApproval(error)) playFailure();
        throw error;
      }
    };
    try {
      return await withApproval(subject, attempt);
    } catch (error) {
      if (needsApproval(error)) return null;
      throw error;
    }
  };
}

function needsApproval(error: unknown): boolean {
  return refusalOf(error)?.code === 'APPROVAL_NEEDED';
}
