import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';

interface ListSearchProps {
  box: RefObject<HTMLInputElement | null>;
  label: string;
  placeholder: string;
  flex: string;
  value: string;
  onChange: (search: string) => void;
  /** Called for Enter in the box. */
  onEnter: () => void;
}

/** The search box above a list, which searches while typing; it has the focus when the page opens. */
export function ListSearch({ box, value, onChange, onEnter, ...shown }: ListSearchProps) {
  return (
    <TextInput
      {...shown}
      ref={box}
      autoFocus
      leftSection={<IconSearch size={18} aria-hidden />}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // What opens takes the focus: the rest of this key press would submit its form.
        event.preventDefault();
        onEnter();
      }}
    />
  );
}
