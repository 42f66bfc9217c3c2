import { DatePickerInput } from '@mantine/dates';
import { useFormat } from '#renderer/lib/format';

/** Days as YYYY-MM-DD, both inclusive; undefined means no limit. */
interface Days {
  from?: string | undefined;
  to?: string | undefined;
}

interface DaysFieldProps extends Days {
  label: string;
  placeholder: string;
  onChange: (days: Days) => void;
}

/** A list filter for a range of days. */
export function DaysField({ label, placeholder, from, to, onChange }: DaysFieldProps) {
  const format = useFormat();
  return (
    <DatePickerInput
      type="range"
      flex="1 1 13rem"
      label={label}
      placeholder={placeholder}
      allowSingleDateInRange
      clearable
      popoverProps={{ returnFocus: true }}
      value={[from ?? null, to ?? null]}
      valueFormatter={({ date }) =>
        Array.isArray(date) ? date.flatMap((one) => (one ? [format.day(String(one))] : [])).join(' – ') : ''
      }
      onChange={([first, last]) => onChange({ from: first ?? undefined, to: last ?? undefined })}
    />
  );
}
