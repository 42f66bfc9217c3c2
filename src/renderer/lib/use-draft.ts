import { useState } from 'react';

/**
 * A draft of an object that others may change meanwhile. It follows newer versions while the draft is unchanged,
 * or while they do not differ in its fields. Otherwise it keeps the version it started with, so that saving it is
 * refused instead of undoing another person's change.
 */
export function useDraft<Source extends { version: number }, Draft>(
  newest: Source,
  draftOf: (source: Source) => Draft,
) {
  const [base, setBase] = useState(newest);
  const [draft, setDraft] = useState(() => draftOf(newest));
  const isChanged = differ(draft, draftOf(base));
  const start = (source: Source): void => {
    setBase(source);
    setDraft(draftOf(source));
  };
  if (newest.version > base.version) {
    if (!isChanged) start(newest);
    else if (!differ(draftOf(newest), draftOf(base))) setBase(newest);
  }
  return {
    draft,
    setDraft,
    isChanged,
    /** The version that the draft is based on. */
    version: base.version,
    /** Restarts from a version: the one just saved, or another person's newer one. */
    start,
  };
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}
