import { type RefObject, useEffect, useState } from 'react';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import type { RefusalCode } from '#shared/contract/refusals';

/** Which field each refusal is about; what was entered wrongly is about the field that it names. */
type Fields<Field extends string> = { [Code in RefusalCode]?: Field };

/**
 * Puts a refusal to the field it is about, and the focus with it: the field's input bears `data-field`. It goes when
 * that field is changed, or any other where it is about none.
 * @returns the sentence for a field, and what is left to be said elsewhere
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
    // After React has heard of it: rendering earlier would put the old text back into the field.
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
