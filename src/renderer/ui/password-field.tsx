import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps extends PasswordInputProps {
  /** Names the eye button for a PIN; otherwise it is named for a password. */
  isPin?: boolean;
}

/** A field for a password or PIN, which can be shown; a wrong one is marked for screen readers like other fields. */
export function PasswordField({ isPin = false, ...props }: PasswordFieldProps) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      {...props}
      aria-invalid={props.error ? true : undefined}
      visibilityToggleButtonProps={{ 'aria-label': t(isPin ? 'proof.showPin' : 'proof.showPassword') }}
    />
  );
}
