import { Kbd, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { keyCap, usePageKeys } from '#renderer/lib/keys';
import { ButtonLink } from './links';

interface BackButtonProps {
  to:
    | '/office/products'
    | '/stockroom/issues'
    | '/stockroom/stocktakes'
    | '/stockroom/transfers'
    | '/till/orders';
  /** The label of the target, for example "All transfers". */
  label: string;
  disabled?: boolean;
}

const KEY = 'Escape';

/** Leads from a detail page back to its list. Escape does the same, unless an element closer to the focus uses it. */
export function BackButton({ to, label, disabled = false }: BackButtonProps) {
  const navigate = useNavigate();
  usePageKeys([{ keys: KEY, label, run: () => void navigate({ to }), disabled }]);
  return (
    <ButtonLink
      to={to}
      variant="default"
      px="xs"
      title={label}
      aria-keyshortcuts={KEY}
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keyCap(KEY)}
        </Kbd>
      }
    >
      <IconArrowLeft size={18} aria-hidden />
      <VisuallyHidden>{label}</VisuallyHidden>
    </ButtonLink>
  );
}
