import { DateInput, type DateInputProps } from '@mantine/dates';
import { dayOfText } from '#renderer/lib/day-text';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';

type DayFieldProps = Omit<DateInputProps, 'valueFormat' | 'dateParser' | 'locale'>;

/** A field for a day, as YYYY-MM-DD: picked, or typed in figures in the order of the store's locale. */
export function DayField(props: DayFieldProps) {
  const format = useFormat();
  const { locale } = useStore();
  return (
    <DateInput
      {...props}
      valueFormat={(day) => format.day(day)}
      dateParser={(text) => dayOfText(text, locale || navigator.language)}
    />
  );
}
