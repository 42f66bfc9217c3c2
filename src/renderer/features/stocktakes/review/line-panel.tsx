import { Button, Group, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { orpc, rpc } from '#renderer/lib/rpc';
import { KeyButton } from '#renderer/ui/key-button';
import { TextLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Stocktake, StocktakeLine } from '#shared/contract/stocktakes';
import { signed } from '#shared/kernel/formats';

interface LinePanelProps {
  stocktake: Stocktake;
  line: StocktakeLine;
  onRecount: () => void;
  onClose: () => void;
}

/** One line: how its difference is calculated, who counted it, and its note. */
export function LinePanel({ stocktake, line, onRecount, onClose }: LinePanelProps) {
  const { t } = useTranslation(['stocktakes', 'common']);
  const format = useFormat();
  const { data: counts = [] } = useQuery(orpc.stocktakes.counts.queryOptions({ input: { lineId: line.id } }));
  const [note, setNote] = useState(line.note);
  const saving = useMutation({ mutationFn: () => rpc.stocktakes.noteLine({ lineId: line.id, note }) });
  const { unit, range } = line;
  const inWords = (milli: number | null) => (milli === null ? '–' : format.quantity(milli, unit));
  const isOpen = stocktake.state === 'review';
  const figures = [
    { name: t('stocktakes:columns.expected'), value: inWords(line.expectedMilli) },
    { name: t('stocktakes:columns.counted'), value: inWords(line.countedMilli) },
    {
      name: t('stocktakes:columns.difference'),
      value:
        line.differenceMilli === null ? '–' : signed(line.differenceMilli, inWords(line.differenceMilli)),
    },
  ];
  return (
    <SidePanel title={line.productName} onClose={onClose}>
      <Stack>
        <Text size="sm" c="dimmed">
          {[line.sku, line.batchNumber === null ? '' : t('stocktakes:batch', { number: line.batchNumber })]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <SimpleGrid cols={3} spacing="xs">
          {figures.map(({ name, value }) => (
            <div key={name}>
              <Text size="sm" c="dimmed">
                {name}
              </Text>
              <Text fz="xl" fw={650}>
                {value}
              </Text>
            </div>
          ))}
        </SimpleGrid>
        {line.countedMilli !== null && (
          <Text size="sm" c="dimmed">
            {t('stocktakes:panel.expectedHint')}
          </Text>
        )}
        {range && (
          <Text size="sm">
            {t('stocktakes:panel.range', {
              least: signed(range.leastMilli, inWords(range.leastMilli)),
              most: signed(range.mostMilli, inWords(range.mostMilli)),
            })}
          </Text>
        )}
        {line.belowReserved && <Text size="sm">{t('stocktakes:panel.belowReserved')}</Text>}
        {isOpen && (
          <>
            <KeyButton
              keys={documentKeys.quantity}
              variant="default"
              label={t('stocktakes:panel.recount')}
              icon={<IconRefresh size={18} />}
              run={onRecount}
            />
            <form
              onSubmit={(event) => {
                event.preventDefault();
                saving.mutate();
              }}
            >
              <Group align="flex-end" gap="xs" wrap="nowrap">
                <TextInput
                  flex={1}
                  label={t('stocktakes:panel.note')}
                  maxLength={500}
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
                <Button type="submit" loading={saving.isPending} disabled={note.trim() === line.note}>
                  {t('common:save')}
                </Button>
              </Group>
            </form>
            <RefusalNote error={saving.error} />
          </>
        )}
        {!isOpen && line.note !== '' && <Text>{line.note}</Text>}
        <Title order={3} size="h5">
          {t('stocktakes:panel.counts')}
        </Title>
        {counts.length === 0 && <Text c="dimmed">{t('stocktakes:panel.noCounts')}</Text>}
        {counts.map((count) => (
          <Group key={count.id} justify="space-between" wrap="nowrap" gap="sm">
            <Text size="sm" td={count.undone ? 'line-through' : undefined}>
              {t('stocktakes:panel.count', { name: count.by.name, time: format.dateTime(count.at) })}
            </Text>
            <Text size="sm" fw={650} flex="none" td={count.undone ? 'line-through' : undefined}>
              {t(`stocktakes:counting.${count.mode}`, { quantity: inWords(count.quantityMilli) })}
            </Text>
          </Group>
        ))}
        <TextLink to="/stockroom" search={{ product: line.productId }}>
          {t('stocktakes:panel.everywhere')}
        </TextLink>
      </Stack>
    </SidePanel>
  );
}
