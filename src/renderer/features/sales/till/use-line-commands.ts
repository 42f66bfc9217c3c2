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
  /** Adds a product to the ticket; asks for the quantity of a measured product if it is null. */
  add: (product: ProductRow, quantityMilli: number | null) => void;
  /** Adds one (1) to or subtracts one (-1) from the selected line. */
  step: (steps: 1 | -1) => void;
  /** Voids the selected line. */
  voidLine: () => void;
}

/** The commands on lines that need no dialog. A failure is shown over the ticket until it is acknowledged. */
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
    // Steps run one after another, each based on the result of the previous one: three presses add three.
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
