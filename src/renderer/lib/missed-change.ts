interface Versioned {
  version: number;
}

/**
 * Whether other changes came between a shown document and an answer about a part of it. Then the document has to be
 * loaded again: the answer says nothing of what the others changed.
 */
export function hasMissedChange(shown: Versioned, answer: Versioned): boolean {
  return answer.version > shown.version + 1;
}
