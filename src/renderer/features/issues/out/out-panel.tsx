import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconFlame, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { KeyHint } from '#renderer/ui/key-hint';
import { TextLink } from '#renderer/ui/links';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { submitByEnter } from '#renderer/ui/submit-by-enter';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';
import type { OutstandingLine } from '#shared/contract/issues';
import { useReturnGoods } from './use-return-goods';

interface OutPanelProps {
  line: OutstandingLine;
  /** Called with a sentence that says what was done. */
  onDone: (sentence: string) => void;
  onClose: () => void;
}

/** An outstanding line beside the list: return a quantity, mark it as used up, or return all of this holder's goods. */
export function OutPanel({ line, onDone, onClose }: OutPanelProps) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const mayMove = useMay()('moveStock') === 'yes';
  const { data: places = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const open = places.filter(({ closedAt }) => closedAt === null);
  const [quantityMilli, setQuantityMilli] = useState<number | null>(line.outMilli);
  const [locationId, setLocationId] = useState(line.location.closed ? null : line.location.id);
  const [reason, setReason] = useState('');
  const giving = useReturnGoods(line, onDone);
  const { busy } = giving;
  const goods = quantityMilli !== null && quantityMilli > 0 ? { quantityMilli, reason } : null;
  const returnGoods = (): void => {
    if (goods && locationId !== null && !busy) giving.returnGoods({ ...goods, locationId });
  };
  const [error, corrected] = useErrorUntilInput(giving.error);
  return (
    <SidePanel title={line.productName} onClose={onClose}>
      <Stack>
        <Text>
          {t('out.has', {
            holder: line.holder.name,
            quantity: format.quantity(line.outMilli, line.unit),
            issued: format.quantity(line.issuedMilli, line.unit),
          })}
        </Text>
        <Text size="sm" c="dimmed">
          {[line.sku, line.batchNumber, format.day(line.issuedAt), line.issuedBy.name]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        {mayMove && (
          <form
            onKeyDownCapture={submitByEnter}
            onInput={corrected}
            onSubmit={(event) => {
              event.preventDefault();
              returnGoods();
            }}
          >
            <Stack>
              <QuantityField
                aboveZero
                autoFocus
                size="md"
                label={t('out.quantityMeant')}
                unit={line.unit}
                value={quantityMilli}
                onChange={setQuantityMilli}
              />
              <Select
                size="md"
                title={open.find(({ id }) => id === locationId)?.name}
                label={t('out.backTo')}
                allowDeselect={false}
                data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
                value={locationId === null ? null : String(locationId)}
                onChange={(value) => setLocationId(value === null ? null : Number(value))}
              />
              <TextInput
                size="md"
                label={t('out.reason')}
                description={t('out.reasonHint')}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <RefusalNote error={error} onDismiss={giving.reset} />
              <Group gap="xs">
                <Button
                  type="submit"
                  leftSection={<IconArrowBackUp size={18} />}
                  rightSection={<KeyHint keys="Enter" />}
                  disabled={goods === null || locationId === null || busy}
                >
                  {t('out.back')}
                </Button>
                <KeyButton
                  keys="Ctrl+Enter"
                  variant="default"
                  label={t('out.useUp')}
                  icon={<IconFlame size={18} />}
                  disabled={goods === null || reason.trim() === '' || busy}
                  run={() => goods && giving.markUsed(goods)}
                />
              </Group>
              <KeyButton
                keys={documentKeys.finish}
                variant="default"
                label={t('out.allOf', { holder: line.holder.name })}
                icon={<IconUserCheck size={18} />}
                disabled={busy}
                run={() => giving.giveAllBack(open.find(({ id }) => id === locationId) ?? null)}
              />
            </Stack>
          </form>
        )}
        <TextLink to="/stockroom/issues/$id" params={{ id: String(line.issueId) }}>
          {t('out.toDocument', { number: line.number })}
        </TextLink>
      </Stack>
    </SidePanel>
  );
}
