import { IconTableImport } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../components/key-button';
import { handOver, useDroppedFile } from '../../../lib/dropped-file';
import { catalogueKeys } from '../catalogue-keys';

/** Leads to the import of products; a file that is dropped on the page goes there at once. */
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
