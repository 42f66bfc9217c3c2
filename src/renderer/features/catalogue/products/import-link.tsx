import { IconTableImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { handOver, useDroppedFile } from '#renderer/lib/dropped-file';
import { KeyButton } from '#renderer/ui/key-button';
import { catalogueKeys } from '../catalogue-keys';

/** Links to the product import; a file dropped on the page is passed to it at once. */
export function ImportLink() {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const go = () => void navigate({ to: '/office/products/import' });
  useDroppedFile((file) => {
    handOver(file);
    go();
  });
  return (
    <KeyButton
      keys={catalogueKeys.importFile}
      variant="default"
      label={t('link')}
      icon={<IconTableImport size={18} />}
      run={go}
    />
  );
}
