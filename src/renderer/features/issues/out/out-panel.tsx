import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconFlame, IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
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
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';
import type { OutstandingLine } from '#shared/contract/issues';
import { useReturnGoods } from './use-return-goods';

type Action = 'back' | 'useUp';

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
  const form = useRef<HTMLFormElement>(null);
  /** What submitting the form does: each action needs another field. */
  const action = useRef<Action>('back');
  const [tried, setTried] = useState<Action>('back');
  const goods = quantityMilli ? { quantityMilli, reason } : null;
  const back = goods && locationId !== null ? { ...goods, locationId } : null;
  const useUp = reason.trim() === '' ? null : goods;
  const [saysMissingForBack, submitBack] = useCompleteSubmit(back !== null);
  const [saysMissingForUse, submitUse] = useCompleteSubmit(useUp !== null);
  const saysMissing = {
    back: tried === 'back' && saysMissingForBack,
    useUp: tried === 'useUp' && saysMissingForUse,
  };
  const submit = (): void => {
    if (busy) return;
    setTried(action.current);
    if (action.current === 'back') submitBack(() => back && giving.returnGoods(back));
    else submitUse(() => useUp && giving.markUsed(useUp));
  };
  const markUsed = (): void => {
    action.current = 'useUp';
    form.current?.requestSubmit();
    action.current = 'back';
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
            ref={form}
            noValidate
            onKeyDownCapture={submitByEnter}
            onInput={corrected}
            onSubmit={(event) => submitDialog(event, submit)}
          >
            <Stack>
              <QuantityField
                aboveZero
                needed={saysMissing.back || saysMissing.useUp}
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
                error={saysMissing.back && locationId === null && t('out.backToMissing')}
                data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
                value={locationId === null ? null : String(locationId)}
                onChange={(value) => setLocationId(value === null ? null : Number(value))}
              />
              <TextInput
                size="md"
                label={t('out.reason')}
                description={t('out.reasonHint')}
                maxLength={500}
                error={saysMissing.useUp && reason.trim() === '' && t('out.reasonMissing')}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <RefusalNote error={error} onDismiss={giving.reset} />
              <Group gap="xs">
                <Button
                  type="submit"
                  leftSection={<IconArrowBackUp size={18} />}
                  rightSection={<KeyHint keys="Enter" />}
                  disabled={busy}
                >
                  {t('out.back')}
                </Button>
                <KeyButton
                  keys="Ctrl+Enter"
                  variant="default"
                  label={t('out.useUp')}
                  icon={<IconFlame size={18} />}
                  disabled={busy}
                  run={markUsed}
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
