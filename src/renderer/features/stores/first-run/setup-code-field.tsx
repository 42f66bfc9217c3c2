import { TextInput } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { setupCode } from '#renderer/lib/setup-code';
import { useStore } from '#renderer/lib/store-status';

interface SetupCodeFieldProps {
  /** The error of the last attempt to create the store. */
  error: unknown;
  /** Whether the person tried to continue without a code. */
  missing?: boolean;
  autoFocus?: boolean;
}

/** Asks for the setup code in a browser if the address had none, or a wrong one. */
export function SetupCodeField({ error, missing = false, autoFocus = false }: SetupCodeFieldProps) {
  const { t } = useTranslation('stores-first-run');
  const { entry } = useStore();
  const code = useSetupCode();
  const [isAsked] = useState(() => setupCode.get() === '');
  const isWrong = refusalOf(error)?.code === 'SETUP_CODE_WRONG';
  if (entry !== 'browser' || !(isAsked || isWrong)) return null;
  return (
    <TextInput
      autoFocus={autoFocus}
      label={t('setupCode.label')}
      description={t('setupCode.hint')}
      error={missing && code.trim() === '' ? t('setupCode.missing') : undefined}
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      value={code}
      onChange={(event) => setupCode.set(event.currentTarget.value)}
    />
  );
}

/** The setup code that this window has. */
export function useSetupCode(): string {
  return useSyncExternalStore(setupCode.subscribe, setupCode.get);
}
