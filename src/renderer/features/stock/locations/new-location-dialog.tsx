import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Location } from '#shared/contract/stock';
import { FormDialog } from '../../../components/form-dialog';
import { orpc, rpc } from '../../../lib/rpc';
import { type LocationDraft, LocationFields } from './location-fields';

interface NewLocationDialogProps {
  onMade: (location: Location) => void;
  onClose: () => void;
}

/** Adds a place that holds stock. */
export function NewLocationDialog({ onMade, onClose }: NewLocationDialogProps) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<LocationDraft>({ name: '', kind: 'storeroom' });
  const making = useMutation({
    mutationFn: () => rpc.stock.createLocation(draft),
    onSuccess: async (location) => {
      await queries.invalidateQueries(orpc.stock.listLocations.queryOptions());
      onMade(location);
    },
  });
  return (
    <FormDialog
      title={t('locations.newTitle')}
      submitLabel={t('locations.make')}
      disabled={draft.name.trim() === ''}
      busy={making.isPending}
      error={making.error}
      onSubmit={() => making.mutate()}
      onClose={onClose}
    >
      <LocationFields draft={draft} onChange={setDraft} />
    </FormDialog>
  );
}
