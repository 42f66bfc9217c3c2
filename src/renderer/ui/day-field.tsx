import type { PopoverProps } from '@mantine/core';
import { DateInput, type DateInputProps } from '@mantine/dates';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfText, exampleDay, lastDayOfMonthText } from '#renderer/lib/day-text';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { dayOf } from '#shared/kernel/time';
import { useSubmitBlock } from './use-submit-block';

export interface DayFieldProps
  extends Omit<DateInputProps, 'valueFormat' | 'dateParser' | 'locale' | 'popoverProps'> {
  /** Whether a month with its year, as printed on packs, means the month's last day. */
  acceptsMonth?: boolean;
  /** Whether an empty field is an error. */
  needed?: boolean;
}

/** Placement: below the field where there is room, else beside it, so that it does not cover the form. */
const PLACES: PopoverProps['middlewares'] = {
  flip: { fallbackPlacements: ['left-end', 'right-end', 'top-start'] },
  shift: true,
};

/**
 * A field for a day, as YYYY-MM-DD: typed as digits in the order of the store's locale, or picked from a calendar
 * that a click or the down arrow opens. Escape closes only the calendar. Text that is not a day stays in the field
 * with a message, its value is null, and the form around it is not submitted.
 */
export function DayField(props: DayFieldProps) {
  const {
    acceptsMonth = false,
    needed = false,
    onChange,
    onClick,
    onBlur,
    onInput,
    onKeyDown,
    error,
    ...look
  } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { locale, timeZone } = useStore();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isTold, setTold] = useState(false);
  const language = locale || navigator.language;
  const parse = (text: string): string | null =>
    dayOfText(text, language) ?? (acceptsMonth ? lastDayOfMonthText(text) : null);
  const isRefused = (text: string): boolean => {
    const day = parse(text);
    return text.trim() !== '' && (day === null || isAfter(day, look.maxDate));
  };
  const isUnreadable = isRefused(typed);
  const field = useSubmitBlock(isUnreadable, () => setTold(true));
  const isMissing = needed && typed.trim() === '' && !look.value;
  const year = Number(dayOf(Date.now(), timeZone).slice(0, 4));
  const problem =
    parse(typed) === null
      ? t('notADay', { example: exampleDay(year, language) })
      : t('dayTooLate', { day: format.day(String(look.maxDate)) });
  return (
    <DateInput
      hideOutsideDates
      weekendDays={[]}
      {...look}
      ref={field}
      error={(isUnreadable && isTold) || isMissing ? problem : error}
      fixOnBlur={!isUnreadable}
      valueFormat={(day) => format.day(day)}
      dateParser={parse}
      popoverProps={{ opened: isOpen, middlewares: PLACES }}
      data-expanded={isOpen || undefined}
      // The library's dialogs close on Escape unless the field has this attribute.
      data-mantine-stop-propagation={isOpen || undefined}
      onChange={(day) => {
        setOpen(false);
        setTyped('');
        onChange?.(day);
      }}
      onInput={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        setTold(false);
        // The day before the change is no longer meant.
        if (isRefused(text) && look.value) onChange?.(null);
        onInput?.(event);
      }}
      onClick={(event) => {
        setOpen(true);
        onClick?.(event);
      }}
      onBlur={(event) => {
        setOpen(false);
        setTold(true);
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

/** Whether a day is after the last allowed one, both as YYYY-MM-DD. */
function isAfter(day: string, last: DateInputProps['maxDate']): boolean {
  return typeof last === 'string' && day > last;
}
