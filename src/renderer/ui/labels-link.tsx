import { IconTags } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '#renderer/lib/keys';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from './key-button';

/** What labels are wanted of, as the address of their page says it. */
export interface LabelsSearch {
  products?: number[];
  batch?: number;
  location?: number;
  /** Its active products, and those of all categories below it. */
  category?: number;
}

const LABELS: KeyName = 'Ctrl+Shift+L';

/** Whether the person signed in may make labels at all. */
function useMayLabel(): boolean {
  const may = useMay();
  return (['editCatalogue', 'moveStock', 'manageLocations'] as const).some((one) => may(one) === 'yes');
}

/** Leads to the labels of something, by the one key that all pages have for it; nothing for who may not make any. */
export function LabelsLink({ of, size = 'sm' }: { of: LabelsSearch; size?: 'sm' | 'md' }) {
  const { t } = useTranslation('labels');
  const navigate = useNavigate();
  if (!useMayLabel()) return null;
  return (
    <KeyButton
      keys={LABELS}
      size={size}
      variant="default"
      label={t('link')}
      icon={<IconTags size={18} />}
      run={() => void navigate({ to: '/stockroom/labels', search: of })}
    />
  );
}
