import { TagsInput, type TagsInputProps } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ratesOf } from '#renderer/lib/money-choices';
import { useWrongRates } from '#renderer/lib/use-wrong-rates';

interface RatesFieldProps
  extends Omit<TagsInputProps, 'value' | 'onChange' | 'searchValue' | 'onSearchChange'> {
  /** The rates as typed, in percent, with those that were refused. */
  value: string[];
  onChange: (typed: string[]) => void;
}

/** A field for several tax rates. One that is no rate is refused at once: it stays as text, with the reason below. */
export function RatesField({ value, onChange, error, ...props }: RatesFieldProps) {
  const wrongRates = useWrongRates();
  const [text, setText] = useState('');
  const isWrong = (rate: string): boolean => ratesOf([rate]) === null;
  const refused = value.filter(isWrong);
  const accepted = value.filter((rate) => !isWrong(rate));
  // The field clears its text together with each change of its rates, in either order.
  const changed = useRef(false);
  useEffect(() => {
    changed.current = false;
  });
  return (
    <TagsInput
      {...props}
      inputMode="decimal"
      acceptValueOnBlur
      splitChars={[' ', ';']}
      value={accepted}
      onChange={(rates) => {
        changed.current = true;
        onChange(rates);
      }}
      searchValue={refused.length > 0 ? refused.join(' ') : text}
      onSearchChange={(typed) => {
        setText(typed);
        if (refused.length > 0 && !changed.current) onChange(accepted);
      }}
      error={wrongRates(refused) ?? error}
    />
  );
}
