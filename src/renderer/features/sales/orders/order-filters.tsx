import { Button, Chip, Group, Select } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { isFiltered } from '#renderer/parts/list-filters';
import { DaysField } from '#renderer/ui/days-field';
import { ListSearch } from '#renderer/ui/list-search';
import { orderState } from '#shared/contract/sales-documents';
import type { OrderFilter } from './order-queries';

interface OrderFiltersProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  box: RefObject<HTMLInputElement | null>;
  /** Called for Enter in the search box. */
  onEnter: () => void;
}

const ALL = 'all';

const STATES = orderState.options;

/** A search box for number or customer, and the filters of the list: days, channel and states. */
export function OrderFilters({ filter, onChange, box, onEnter }: OrderFiltersProps) {
  const { t } = useTranslation('sales');
  const { data: channels = [] } = useQuery(orpc.sales.listChannels.queryOptions());
  const { search = '', states = [], channelId, from, to } = filter;
  return (
    <Group gap="sm" align="flex-end">
      <ListSearch
        box={box}
        flex="1 1 16rem"
        label={t('orders.search')}
        placeholder={t('orders.searchPlaceholder')}
        value={search}
        onChange={(words) => onChange({ ...filter, search: words })}
        onEnter={onEnter}
      />
      <DaysField
        label={t('orders.days')}
        placeholder={t('orders.allDays')}
        from={from}
        to={to}
        onChange={(days) => onChange({ ...filter, ...days })}
      />
      <Select
        flex="1 1 10rem"
        label={t('orders.channel')}
        data={[
          { value: ALL, label: t('orders.allChannels') },
          ...channels.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={channelId === undefined ? ALL : String(channelId)}
        onChange={(value) =>
          onChange({ ...filter, channelId: value === null || value === ALL ? undefined : Number(value) })
        }
      />
      <Chip.Group
        multiple
        value={states}
        onChange={(values) =>
          onChange({ ...filter, states: orderState.options.filter((state) => values.includes(state)) })
        }
      >
        <Group gap={6} role="group" aria-label={t('orders.states')}>
          {STATES.map((state) => (
            <Chip key={state} value={state} radius="sm" variant="outline">
              {t(`orders.stateName.${state}`)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {isFiltered(filter) && (
        <Button variant="subtle" leftSection={<IconFilterOff size={18} />} onClick={() => onChange({})}>
          {t('orders.clearFilters')}
        </Button>
      )}
    </Group>
  );
}
