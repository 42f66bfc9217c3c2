import { Group, Text } from '@mantine/core';
import { IconClipboardCheck, IconMapPin, IconMapPinOff } from '@tabler/icons-react';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { SearchSelect } from '#renderer/ui/search-select';
import { stockKeys } from '../stock-keys';
import classes from './look-up.module.css';

interface LocationSignProps {
  locationId: number | null;
  onChange: (locationId: number | null) => void;
  /** Called after the current location was cleared. */
  onLeft: () => void;
}

/** Shows the current location in large type and lets the person change it; actions apply there. */
export function LocationSign({ locationId, onChange, onLeft }: LocationSignProps) {
  const { t } = useTranslation('stock');
  const may = useMay();
  const navigate = useNavigate();
  const seesPlaces = may('seeQuantities') === 'yes';
  const { data: places = [] } = useQuery(
    orpc.stock.listLocations.queryOptions({ input: seesPlaces ? undefined : skipToken }),
  );
  if (!seesPlaces) return null;
  const open = places.filter(({ closedAt }) => closedAt === null);
  const place = open.find(({ id }) => id === locationId);
  if (!place) {
    return (
      <SearchSelect
        size="md"
        w="18rem"
        leftSection={<IconMapPin size={20} aria-hidden />}
        aria-label={t('lookUp.whereYouAre')}
        placeholder={t('lookUp.scanLocation')}
        nothingFoundMessage={t('nothingFound')}
        data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={null}
        onChange={(value) => {
          if (value === null) return;
          onChange(Number(value));
          onLeft();
        }}
      />
    );
  }
  return (
    <Group gap="sm" className={classes.place ?? ''}>
      <div role="status" className={classes.locationName}>
        <IconMapPin size={28} aria-hidden />
        <Text span inherit truncate title={place.name}>
          {place.name}
        </Text>
      </div>
      {may('moveStock') === 'yes' && (
        <KeyButton
          size="md"
          variant="default"
          keys={stockKeys.countHere}
          label={t('lookUp.countHere')}
          icon={<IconClipboardCheck size={20} />}
          run={() => void navigate({ to: '/stockroom/stocktakes', search: { location: place.id } })}
        />
      )}
      <KeyButton
        size="md"
        variant="default"
        keys={stockKeys.clearLocation}
        label={t('lookUp.clearLocation')}
        icon={<IconMapPinOff size={20} />}
        run={() => {
          onChange(null);
          onLeft();
        }}
      />
    </Group>
  );
}
