import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { FormDialog } from '#renderer/ui/form-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useFieldRefusal } from '#renderer/ui/use-field-refusal';
import type { Location } from '#shared/contract/stock';
import { LOCATION_FIELDS, type LocationDraft, LocationFields, locationOf } from './location-fields';

interface NewLocationDialogProps {
  onMade: (location: Location) => void;
  onClose: () => void;
}

/** Adds a location that holds stock. */
export function NewLocationDialog({ onMade, onClose }: NewLocationDialogProps) {
  const { t } = useTranslation('stock');
  const queries = useQueryClient();
  const [draft, setDraft] = useState<LocationDraft>({ name: '', kind: 'storeroom', barcode: '' });
  const making = useMutation({
    mutationFn: () => rpc.stock.createLocation(locationOf(draft)),
    onSuccess: async (location) => {
      await queries.invalidateQueries(orpc.stock.listLocations.queryOptions());
      onMade(location);
    },
  });
  const fields = useRef<HTMLDivElement>(null);
  const refused = useFieldRefusal(making.error, LOCATION_FIELDS, fields);
  const [saysMissing, submit] = useCompleteSubmit(draft.name.trim() !== '');
  return (
    <FormDialog
      title={t('locations.newTitle')}
      submitLabel={t('locations.make')}
      busy={making.isPending}
      error={refused.elsewhere}
      onSubmit={() => submit(() => making.mutate())}
      onClose={onClose}
    >
      <div ref={fields}>
        <LocationFields
          draft={draft}
          nameMissing={saysMissing && draft.name.trim() === ''}
          onChange={setDraft}
          errorAt={refused.errorAt}
        />
      </div>
    </FormDialog>
  );
}
