import { Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { categoryPaths } from '#renderer/lib/category-paths';
import { orpc, rpc } from '#renderer/lib/rpc';
import { scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { playFailure, playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { FormDialog } from '#renderer/ui/form-dialog';
import { SearchSelect } from '#renderer/ui/search-select';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Stocktake } from '#shared/contract/stocktakes';

interface NewStocktakeDialogProps {
  /** The preselected location and category, if any. */
  locationId?: number | undefined;
  categoryId?: number | undefined;
  onStarted: (stocktake: Stocktake) => void;
  onClose: () => void;
}

const ALL = 'all';

/** Starts a stocktake with location, category and note. What to count has to be chosen. Scanning a location's barcode selects it. */
export function NewStocktakeDialog({ locationId, categoryId, onStarted, onClose }: NewStocktakeDialogProps) {
  const { t } = useTranslation('stocktakes');
  const { data: locations = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const [chosen, setChosen] = useState(locationId === undefined ? null : String(locationId));
  const [category, setCategory] = useState(categoryId === undefined ? null : String(categoryId));
  const [note, setNote] = useState('');
  const [scanFault, setScanFault] = useState<unknown>(null);
  const [isNotLocation, setNotLocation] = useState(false);
  const open = locations.filter(({ closedAt }) => closedAt === null);
  const location = chosen ?? (open[0] ? String(open[0].id) : null);
  const starting = useMutation({
    mutationFn: () =>
      rpc.stocktakes.start({
        locationId: Number(location),
        categoryId: category === ALL ? null : Number(category),
        note,
      }),
    onSuccess: onStarted,
  });
  useScan(
    async (scan) => {
      try {
        const scanned = await rpc.scanning.resolve(scannedCodeOf(scan));
        const isPlace = scanned.kind === 'location';
        if (isPlace) setChosen(String(scanned.location.id));
        setNotLocation(!isPlace);
        setScanFault(null);
        (isPlace ? playSuccess : playFailure)();
      } catch (failure) {
        setScanFault(failure);
        playFailure();
      }
    },
    { exclusive: true },
  );
  const [saysMissing, submit] = useCompleteSubmit(location !== null && category !== null);
  return (
    <FormDialog
      title={t('start.title')}
      submitLabel={t('start.do')}
      busy={starting.isPending}
      error={starting.error ?? scanFault}
      onSubmit={() => submit(() => starting.mutate())}
      onClose={onClose}
    >
      <SearchSelect
        label={t('start.where')}
        error={
          (isNotLocation && t('start.notALocation')) ||
          (saysMissing && location === null && t('start.whereMissing'))
        }
        data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={location}
        onChange={setChosen}
      />
      <SearchSelect
        label={t('start.what')}
        placeholder={t('start.whatMissing')}
        error={saysMissing && category === null && t('start.whatMissing')}
        data-autofocus
        data={[
          { value: ALL, label: t('start.everything') },
          ...categoryPaths(categories).map(({ id, path }) => ({ value: String(id), label: path })),
        ]}
        value={category}
        onChange={setCategory}
      />
      <TextInput
        label={t('start.note')}
        description={t('start.noteHint')}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t('start.hint')}
      </Text>
    </FormDialog>
  );
}
