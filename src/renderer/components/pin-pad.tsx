import { Button, PasswordInput, Stack } from '@mantine/core';
import { IconBackspace } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pin-pad.module.css';

const LONGEST_PIN = 8;
const SHORTEST_PIN = 4;
const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  label: string;
  /** What the button says that hands the PIN over. */
  action: string;
  busy: boolean;
  onEnter: (pin: string) => void;
}

/** A PIN by fingers or keys; it is cleared when it is handed over. */
export function PinPad({ label, action, busy, onEnter }: PinPadProps) {
  const { t } = useTranslation();
  const [pin, setPin] = useState('');
  const take = (digits: string): void => setPin(digits.replace(/\D/g, '').slice(0, LONGEST_PIN));
  const digit = (one: string) => (
    <Button key={one} variant="default" size="lg" h={56} fz="xl" onClick={() => take(pin + one)}>
      {one}
    </Button>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (pin.length < SHORTEST_PIN) return;
        onEnter(pin);
        setPin('');
      }}
    >
      <Stack gap="sm">
        <PasswordInput
          autoFocus
          size="lg"
          label={label}
          inputMode="numeric"
          autoComplete="off"
          value={pin}
          onChange={(event) => take(event.currentTarget.value)}
        />
        <div className={classes.keys}>
          {DIGITS.map(digit)}
          <Button
            variant="default"
            size="lg"
            h={56}
            aria-label={t('clearLast')}
            onClick={() => take(pin.slice(0, -1))}
          >
            <IconBackspace />
          </Button>
          {digit('0')}
          <Button type="submit" size="lg" h={56} px={0} loading={busy} disabled={pin.length < SHORTEST_PIN}>
            {action}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
