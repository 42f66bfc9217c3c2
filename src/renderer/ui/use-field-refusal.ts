import { type RefObject, useEffect, useState } from 'react';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import type { RefusalCode } from '#shared/contract/refusals';

/** The field for each refusal; INPUT_INVALID names its field itself. */
type Fields<Field extends string> = { [Code in RefusalCode]?: Field };

/**
 * Shows a refusal at the field it is about and focuses that field, whose input has the attribute `data-field`. The
 * refusal disappears when that field changes, or when any field changes if it is about none.
 * @returns the sentence for a field, and the error to show elsewhere
 */
export function useFieldRefusal<Field extends string>(
  error: unknown,
  fields: Fields<Field>,
  form: RefObject<HTMLElement | null>,
) {
  const sentence = useRefusalSentence();
  const refusal = refusalOf(error);
  const named = refusal?.code === 'INPUT_INVALID' ? refusal.data.issues[0]?.field : undefined;
  const field = refusal ? (named ?? fields[refusal.code]) : undefined;
  useEffect(() => {
    if (error && field) form.current?.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus();
  }, [error, field, form]);
  const [corrected, setCorrected] = useState<unknown>(null);
  useEffect(() => {
    if (!error) return;
    const onInput = ({ target }: Event): void => {
      if (!(target instanceof HTMLElement && form.current?.contains(target))) return;
      if (field === undefined || target.dataset.field === field) setCorrected(error);
    };
    // On the document, so that React handles the event first: rendering earlier would restore the old text.
    document.addEventListener('input', onInput);
    return () => document.removeEventListener('input', onInput);
  }, [error, field, form]);
  const shown = error === corrected ? null : error;
  const known: readonly (string | undefined)[] = Object.values(fields);
  const isAtField = known.includes(field);
  return {
    errorAt: (one: Field): string | undefined => (shown && one === field ? sentence(shown) : undefined),
    elsewhere: isAtField ? null : shown,
  };
}
