import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconBuilding, IconUser } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import type { Holder, HolderInput } from '#shared/contract/issues';

interface HolderFieldProps {
  box: RefObject<HTMLInputElement | null>;
  holder: Holder | null;
  /** Called when the holder changes: when one is chosen, and on blur. */
  onChange: (holder: HolderInput | null) => void;
}

const TYPING_MS = 150;

/** The person goods are issued to: someone who works here, or a free name; earlier names are suggested. */
export function HolderField({ box, holder, onChange }: HolderFieldProps) {
  const { t } = useTranslation('issues');
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const written = typed ?? holder?.name ?? '';
  const [search] = useDebouncedValue(typed?.trim() ?? '', TYPING_MS);
  const { data: found = [] } = useQuery(
    orpc.issues.holders.queryOptions({ input: { search }, placeholderData: keepPreviousData }),
  );
  const byName = new Map(found.map((one) => [one.name.toLowerCase(), one]));
  const keep = (text: string): void => {
    const name = text.trim();
    setTyped(null);
    setOpen(false);
    if (name === (holder?.name ?? '')) return;
    const known = byName.get(name.toLowerCase());
    if (name === '') onChange(null);
    else onChange(known?.accountId ? { accountId: known.accountId } : { name: known?.name ?? name });
  };
  return (
    <Autocomplete
      ref={box}
      flex="2 1 14rem"
      label={t('holder')}
      placeholder={t('holderHint')}
      maxLength={100}
      dropdownOpened={isOpen}
      onDropdownOpen={() => setOpen(true)}
      onDropdownClose={() => setOpen(false)}
      // The store has already matched the names, so they are not filtered again.
      filter={({ options }) => options}
      data={[...byName.values()].map(({ name }) => name)}
      renderOption={({ option: { value } }) => (
        <>
          {byName.get(value.toLowerCase())?.accountId ? (
            <IconUser size={16} aria-hidden />
          ) : (
            <IconBuilding size={16} aria-hidden />
          )}
          {value}
        </>
      )}
      value={written}
      onChange={setTyped}
      onOptionSubmit={keep}
      onBlur={() => typed !== null && keep(typed)}
      onKeyDown={(event) => {
        const chooses = event.currentTarget.getAttribute('aria-activedescendant');
        if (event.key === 'Enter' && !chooses && typed !== null) keep(typed);
      }}
    />
  );
}
