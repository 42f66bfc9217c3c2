import { TextInput, type TextInputProps } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSubmitBlock } from './use-submit-block';

export interface NumeralFieldProps
  extends Omit<TextInputProps, 'value' | 'onChange' | 'defaultValue' | 'type'> {
  value: number | null;
  /** Called with every readable value, and with null for an empty or unreadable field. */
  onChange: (value: number | null, isReadable: boolean) => void;
  /** The value calculated from other fields; shown while the field is empty. */
  derived?: number | null;
  /** Whether 0 is refused. */
  aboveZero?: boolean;
  /** Whether an empty field is an error. */
  needed?: boolean;
  /** Whether a value below zero can be entered. */
  allowNegative?: boolean;
  /** Called when unreadable text stopped a submission of the form. */
  onBlocked?: () => void;
  ref?: Ref<HTMLInputElement>;
}

/** How a field reads and writes its numbers. */
export interface Notation {
  parse: (text: string) => number | null;
  format: (value: number) => string;
  /** The message for a text that cannot be read, or is out of range. */
  complaint: (text: string) => string;
}

/** Matches a complete number, which further digits only make larger; other text may still become a number. */
const WHOLE = /\d\s*%?$/;

/** Whether a text is final, so that an error can be shown for it. */
function hasEnded(text: string, left: boolean): boolean {
  return left || WHOLE.test(text);
}

/** The lowest value that can be entered, in the field's smallest unit. */
function lowestOf(aboveZero: boolean, allowNegative: boolean): number {
  if (aboveZero) return 1;
  return allowNegative ? Number.NEGATIVE_INFINITY : 0;
}

/**
 * A field for a scaled integer. While typing, the text stays unchanged; on blur the value is formatted. Invalid
 * input shows an error: an invalid number at once, other text on Enter or blur; the form around it is not submitted.
 */
export function NumeralField({
  value,
  onChange,
  derived = null,
  aboveZero = false,
  allowNegative = false,
  needed = false,
  notation,
  onBlocked,
  ref,
  ...look
}: NumeralFieldProps & { notation: Notation }) {
  const { t } = useTranslation();
  const { parse: read, format } = notation;
  const atLeast = lowestOf(aboveZero, allowNegative);
  const isTooLow = (number: number | null): boolean => number !== null && number < atLeast;
  const parse = (text: string): number | null => (isTooLow(read(text)) ? null : read(text));
  const complaint = (text: string): string =>
    isTooLow(read(text)) ? t(aboveZero ? 'aboveZero' : 'notBelowZero') : notation.complaint(text);
  const [draft, setDraft] = useState<string | null>(null);
  const isReadable = (text: string): boolean => text.trim() === '' || parse(text) !== null;
  const unreadable = draft !== null && !isReadable(draft);
  const [left, setLeft] = useState(false);
  const block = useSubmitBlock(unreadable, () => {
    setLeft(true);
    onBlocked?.();
  });
  const field = useMergedRef(block, ref);
  const written = value === null ? '' : format(value);
  const text = draft ?? written;
  const isEmpty = text.trim() === '';
  const isWrong = (isEmpty && needed) || (unreadable && hasEnded(text, left));
  const [seen, setSeen] = useState(value);
  if (value !== seen) {
    setSeen(value);
    // A value set from outside, for example by a scan, replaces the typed text.
    if (draft !== null && (parse(draft) ?? 0) !== (value ?? 0)) setDraft(null);
  }
  return (
    <TextInput
      {...look}
      ref={field}
      placeholder={derived === null ? look.placeholder : `= ${format(derived)}`}
      inputMode="decimal"
      autoComplete="off"
      styles={{ input: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' } }}
      value={text}
      error={look.error || (isWrong && complaint(text))}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setDraft(text);
        setLeft(false);
        onChange(parse(text), isReadable(text));
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') setLeft(true);
        look.onKeyDown?.(event);
      }}
      onFocus={(event) => {
        event.currentTarget.select();
        look.onFocus?.(event);
      }}
      onBlur={(event) => {
        setLeft(true);
        if (!unreadable) setDraft(null);
        look.onBlur?.(event);
      }}
    />
  );
}
