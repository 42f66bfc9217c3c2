import { useState } from 'react';
import { useUnsaved } from './use-unsaved';

/** The id of the row that is open beside a list. Unsaved input there is discarded only after confirmation. */
export function useBeside() {
  const [openId, setOpenId] = useState<number | null>(null);
  const [isTyped, setTyped] = useState(false);
  const mayLeave = useUnsaved(isTyped);
  return {
    openId,
    /** Called by the open panel to report whether it has unsaved input. */
    setTyped,
    /** Opens another row, or none, after asking about unsaved input. */
    open: async (id: number | null): Promise<void> => {
      if (id !== openId && (await mayLeave())) setOpenId(id);
    },
    /** Closes the panel of a row that no longer exists, without asking. */
    forget: () => setOpenId(null),
  };
}
