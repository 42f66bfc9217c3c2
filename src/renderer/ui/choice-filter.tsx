import { Select } from '@mantine/core';

interface ChoiceFilterProps<Value extends string> {
  label: string;
  choices: readonly { value: Value; label: string }[];
  value: Value | undefined;
  /** What is shown while nothing is chosen; without it something always is. */
  any?: string;
  onChange: (value: Value | undefined) => void;
}

/** One of a few, to filter a list by. */
export function ChoiceFilter<Value extends string>(props: ChoiceFilterProps<Value>) {
  const { label, choices, value, any, onChange } = props;
  return (
    <Select
      flex="1 1 10rem"
      label={label}
      placeholder={any}
      clearable={any !== undefined}
      data={choices}
      value={value ?? null}
      onChange={(chosen) => onChange(choices.find((choice) => choice.value === chosen)?.value)}
    />
  );
}
