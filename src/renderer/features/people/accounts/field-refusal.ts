import type { UseFormReturnType } from '@mantine/form';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';

const FIELDS = {
  USERNAME_TAKEN: 'username',
  PERSON_NAME_TAKEN: 'firstName',
  EMAIL_TAKEN: 'email',
  PASSWORD_TOO_EASY: 'password',
  PIN_TOO_SHORT: 'pin',
  PIN_TOO_EASY: 'pin',
} as const;

/** The field that a refusal is about, or null. */
function fieldOf(error: unknown): (typeof FIELDS)[keyof typeof FIELDS] | null {
  const code = refusalOf(error)?.code;
  return code !== undefined && code in FIELDS ? FIELDS[code as keyof typeof FIELDS] : null;
}

/** The error for a RefusalNote; null for a refusal that is already shown at its field. */
export function besidesFields(error: unknown): unknown {
  return fieldOf(error) === null ? error : null;
}

/** Returns a function that shows a refusal at the field it is about, and focuses that field. */
export function useFieldRefusal<Values>(form: UseFormReturnType<Values>): (error: unknown) => void {
  const sentence = useRefusalSentence();
  return (error) => {
    const field = fieldOf(error);
    if (field === null) return;
    form.setFieldError(field, sentence(error));
    form.getInputNode(field)?.focus();
  };
}
