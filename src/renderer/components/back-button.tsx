import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { KeyButton } from './key-button';

interface BackButtonProps {
  to: '/stockroom/issues' | '/stockroom/stocktakes' | '/stockroom/transfers';
  label: string;
}

/** Leads from a document back to its list. Escape does the same, once nothing nearer takes it. */
export function BackButton({ to, label }: BackButtonProps) {
  const navigate = useNavigate();
  return (
    <KeyButton
      keys="Escape"
      variant="default"
      label={label}
      icon={<IconArrowLeft size={18} />}
      run={() => void navigate({ to })}
    />
  );
}
