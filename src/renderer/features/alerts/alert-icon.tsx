import { IconCalendarExclamation, IconCalendarX, IconCheck, IconPackage } from '@tabler/icons-react';
import type { Alert } from '#shared/contract/alerts';

const ICONS = {
  'low stock': { icon: IconPackage, color: 'var(--mantine-color-yellow-text)' },
  'near expiry': { icon: IconCalendarExclamation, color: 'var(--mantine-color-yellow-text)' },
  expired: { icon: IconCalendarX, color: 'var(--mantine-color-red-text)' },
} as const;

/** A long name beside the icon must not squeeze it. */
const FIXED = { flex: 'none' } as const;

/** The icon for an alert's kind, or for a resolved alert; the words beside it say the same. */
export function AlertIcon({ alert }: { alert: Pick<Alert, 'kind' | 'resolvedAt'> }) {
  const { icon: Icon, color } = ICONS[alert.kind];
  return alert.resolvedAt === null ? (
    <Icon size={20} color={color} style={FIXED} aria-hidden />
  ) : (
    <IconCheck size={20} color="var(--mantine-color-green-text)" style={FIXED} aria-hidden />
  );
}
