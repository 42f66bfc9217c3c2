import { TextInput } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf } from '#renderer/lib/refusal';
import { setupCode } from '#renderer/lib/setup-code';
import { useStore } from '#renderer/lib/store-status';

interface SetupCodeFieldProps {
  /** What the last try to create the store failed with. */
  error: unknown;
  /** Whether someone tried to continue without a code. */
  missing?: boolean;
  autoFocus?: boolean;
}

/** Asks for the setup code in a browser whose address had none, or a wrong one. */
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

/** The setup code as this window knows it. */
export function useSetupCode(): string {
  return useSyncExternalStore(setupCode.subscribe, setupCode.get);
}
