import { useMutation, useQueryClient } from '@tanstack/react-query';
import { rpc } from '#renderer/lib/rpc';
import type { ProductRow } from '#shared/contract/catalogue';
import type { LineChange } from '#shared/contract/sales-documents';
import { isMeasured, MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { shownTicket } from '../queries';
import { useApprovalSubjects } from '../use-approval-subjects';
import { steppedQuantity } from './find-text';
import { useTill } from './till-context';
import { useApprovedChange } from './use-approved-change';

interface LineCommands {
  /** Puts a product on the ticket; asks how much of it where one says nothing. */
  add: (product: ProductRow, quantityMilli: number | null) => void;
  /** One more (1) or one less (-1) of the selected line. */
  step: (steps: 1 | -1) => void;
  /** Takes the selected line off the ticket. */
  voidLine: () => void;
}

/** What is done to lines without a dialog. What fails stands on the ticket until it is acknowledged. */
export function useLineCommands(): LineCommands {
  const till = useTill();
  const queries = useQueryClient();
  const approved = useApprovedChange();
  const subjects = useApprovalSubjects();
  const takeApproved = (change: LineChange | null): void => {
    if (change) till.take(change);
  };
  const onError = (error: unknown): void => till.fail({ code: null, error });

  const adding = useMutation({
    mutationFn: ({ product, quantityMilli }: { product: ProductRow; quantityMilli: number }) =>
      approved(subjects.added(product, quantityMilli), (approval) =>
        rpc.sales.addLine({ productId: product.id, quantityMilli, approval }),
      ),
    onSuccess: takeApproved,
    onError,
  });
  const voiding = useMutation({
    mutationFn: (lineId: number) => rpc.sales.voidLine({ lineId }),
    onSuccess: till.take,
    onError,
  });
  const stepping = useMutation({
    // One after another, each calculated on what the one before it led to: three presses are three more.
    scope: { id: 'ticket-step' },
    mutationFn: async ({ lineId, steps }: { lineId: number; steps: 1 | -1 }) => {
      const line = shownTicket(queries)?.lines.find(({ id }) => id === lineId);
      const quantityMilli = line && steppedQuantity(line, steps);
      if (!quantityMilli) return null;
      return await approved(subjects.quantity(line, quantityMilli), (approval) =>
        rpc.sales.changeLine({ lineId, quantityMilli, approval }),
      );
    },
    onSuccess: takeApproved,
    onError,
  });

  const add = (product: ProductRow, quantityMilli: number | null): void => {
    if (quantityMilli === null && isMeasured(product.unit)) {
      till.open({ kind: 'productQuantity', product });
    } else {
      adding.mutate({ product, quantityMilli: quantityMilli ?? MILLI_PER_UNIT });
    }
    till.setFindText('');
  };

  return {
    add,
    step: (steps) => {
      if (till.line) stepping.mutate({ lineId: till.line.id, steps });
    },
    voidLine: () => {
      if (till.line) voiding.mutate(till.line.id);
    },
  };
}
