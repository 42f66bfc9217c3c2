import { IconTags } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '#renderer/lib/keys';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from './key-button';

/** What to make labels for, as search parameters of the labels page. */
export interface LabelsSearch {
  products?: number[];
  batch?: number;
  location?: number;
  /** The active products of this category and of all categories below it. */
  category?: number;
}

const LABELS: KeyName = 'Ctrl+Shift+L';

/** Whether the signed-in person may make labels at all. */
function useMayLabel(): boolean {
  const may = useMay();
  return (['editCatalogue', 'moveStock', 'manageLocations'] as const).some((one) => may(one) === 'yes');
}

/** Links to the labels page, with the same key on all pages; hidden from people who may not make labels. */
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
