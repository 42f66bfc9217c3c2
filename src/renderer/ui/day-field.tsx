import type { PopoverProps } from '@mantine/core';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useState } from 'react';
import { dayOfText } from '#renderer/lib/day-text';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';

export type DayFieldProps = Omit<DateInputProps, 'valueFormat' | 'dateParser' | 'locale' | 'popoverProps'>;

/** Placement: below the field where there is room, else beside it, so that it does not cover the form. */
const PLACES: PopoverProps['middlewares'] = {
  flip: { fallbackPlacements: ['left-end', 'right-end', 'top-start'] },
  shift: true,
};

/**
 * A field for a day, as YYYY-MM-DD: typed as digits in the order of the store's locale, or picked from a calendar
 * that a click or the down arrow opens. Escape closes only the calendar.
 */
export function DayField({ onChange, onClick, onBlur, onKeyDown, ...look }: DayFieldProps) {
  const format = useFormat();
  const { locale } = useStore();
  const [isOpen, setOpen] = useState(false);
  return (
    <DateInput
      hideOutsideDates
      weekendDays={[]}
      {...look}
      valueFormat={(day) => format.day(day)}
      dateParser={(text) => dayOfText(text, locale || navigator.language)}
      popoverProps={{ opened: isOpen, middlewares: PLACES }}
      data-expanded={isOpen || undefined}
      // The library's dialogs close on Escape unless the field has this attribute.
      data-mantine-stop-propagation={isOpen || undefined}
      onChange={(day) => {
        setOpen(false);
        onChange?.(day);
      }}
      onClick={(event) => {
        setOpen(true);
        onClick?.(event);
      }}
      onBlur={(event) => {
        setOpen(false);
        onBlur?.(event);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') setOpen(true);
        if (event.key === 'Escape') setOpen(false);
        onKeyDown?.(event);
      }}
    />
  );
}
