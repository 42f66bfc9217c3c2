import { Button, Stack, TextInput } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_PIN_DIGITS, SHORTEST_PIN_DIGITS } from '#shared/kernel/pin';
import classes from './pin-pad.module.css';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** A dialog may set a lower height. */
const KEY_HEIGHT = 'var(--pin-key-height, max(64px, 3rem))';
const FIELDS = 'input, textarea, select, [contenteditable=true]';

interface PinPadProps {
  /** The label of the submit button. */
  action: string;
  busy: boolean;
  /** Called for each digit, so that a message about the previous PIN can be removed. */
  onType: () => void;
  onEnter: (pin: string) => void;
}

/**
 * Takes a PIN of four to eight digits by touch or keyboard, wherever the focus is. It is cleared on submit. A scan
 * never gets into it, because it is a password field and no scan is inserted into those.
 */
export function PinPad({ action, busy, onType, onEnter }: PinPadProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const isShort = pin.length < SHORTEST_PIN_DIGITS;

  const take = (digits: string): void => {
    field.current?.focus();
    onType();
    setPin(digits.replace(/\D/g, '').slice(0, LONGEST_PIN_DIGITS));
  };
  useDigitsTyped((digit) => take(pin + digit));

  const key = (label: string, content: React.ReactNode, press: () => void) => (
    <Button
      key={label}
      variant="default"
      size="lg"
      h={KEY_HEIGHT}
      fz="xl"
      // The field keeps the focus for typing, so these buttons need no place in the tab order.
      tabIndex={-1}
      aria-label={label}
      onMouseDown={(event) => event.preventDefault()}
      onClick={press}
    >
      {content}
    </Button>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isShort || busy) return;
        onEnter(pin);
        setPin('');
      }}
    >
      <Stack gap="sm">
        <TextInput
          ref={field}
          type="password"
          autoFocus
          data-autofocus
          size="lg"
          classNames={{ input: classes.digits }}
          label={t('proof.pin')}
          // The pad replaces the on-screen keyboard of a touch screen.
          inputMode="none"
          autoComplete="off"
          value={pin}
          onChange={(event) => take(event.currentTarget.value)}
        />
        <div className={classes.keys}>
          {DIGITS.map((digit) => key(digit, digit, () => take(pin + digit)))}
          {key(t('clearLast'), <IconBackspace aria-hidden />, () => take(pin.slice(0, -1)))}
          {key('0', '0', () => take(`${pin}0`))}
          <Button type="submit" size="lg" h={KEY_HEIGHT} px={0} loading={busy} disabled={isShort}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}

/** Listens for digits typed while no field has the focus. */
function useDigitsTyped(onDigit: (digit: string) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, defaultPrevented, ctrlKey, altKey, metaKey } = event;
    if (defaultPrevented || ctrlKey || altKey || metaKey || !/^\d$/.test(key)) return;
    if (target instanceof Element && target.matches(FIELDS)) return;
    event.preventDefault();
    onDigit(key);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
