import { useState } from 'react';

/**
 * A draft of something that others may change meanwhile. It follows newer versions while nothing in it is
 * changed, or while they differ in nothing that is in it; else it keeps to the version it began with, so that
 * saving it is refused instead of undoing what somebody else did.
 */
export function useDraft<Source extends { version: number }, Draft>(
  newest: Source,
  draftOf: (source: Source) => Draft,
) {
  const [base, setBase] = useState(newest);
  const [draft, setDraft] = useState(() => draftOf(newest));
  const isChanged = differ(draft, draftOf(base));
  const begin = (source: Source): void => {
    setBase(source);
    setDraft(draftOf(source));
  };
  if (newest.version > base.version) {
    if (!isChanged) begin(newest);
    else if (!differ(draftOf(newest), draftOf(base))) setBase(newest);
  }
  return {
    draft,
    setDraft,
    isChanged,
    /** The version that a change is made to. */
    version: base.version,
    /** Restarts from a version: one's own as it was saved, or somebody else's newer one. */
    begin,
  };
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
