import { useState } from 'react';
import { useUnsaved } from './use-unsaved';

/** What is open beside a list, by its id; it is not left with something typed there unless somebody says so. */
export function useBeside() {
  const [openId, setOpenId] = useState<number | null>(null);
  const [isTyped, setTyped] = useState(false);
  const mayLeave = useUnsaved(isTyped);
  return {
    openId,
    /** Told by what is open whether something typed there is not saved. */
    setTyped,
    /** Opens another, or none, after asking about what would be lost. */
    open: async (id: number | null): Promise<void> => {
      if (id !== openId && (await mayLeave())) setOpenId(id);
    },
    /** Closes what is no longer there. */
    forget: () => setOpenId(null),
  };
}
