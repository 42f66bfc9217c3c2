import { Select } from '@mantine/core';
import { roomFor } from './room-for';

interface ChoiceFilterProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: Value | undefined;
  /** The placeholder while nothing is chosen; without it the filter cannot be cleared. */
  any?: string;
  onChange: (value: Value | undefined) => void;
}

const LEAST_REM = 10;

/** A list filter with a single choice from a few values. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, choices, value, any, onChange } = props;
  return (
    <Select
      flex="1 1 10rem"
      {...roomFor(any, LEAST_REM)}
      title={choices.find((choice) => choice.value === value)?.label}
      label={label}
      placeholder={any}
      clearable={any !== undefined}
      data={choices}
      value={value ?? null}
      onChange={(chosen) => onChange(choices.find((choice) => choice.value === chosen)?.value)}
    />
  );
}
