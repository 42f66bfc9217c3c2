import { Button, Fieldset, Kbd, Select, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAccountRules } from '#renderer/lib/account-rules';
import { usePageKeys } from '#renderer/lib/keys';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { useStore } from '#renderer/lib/store-status';
import { DayField } from '#renderer/ui/day-field';
import { FormDialog } from '#renderer/ui/form-dialog';
import { MoneyField } from '#renderer/ui/money-field';
import { RateField } from '#renderer/ui/rate-field';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Order, Ticket } from '#shared/contract/sales-documents';
import { dayOf } from '#shared/kernel/time';
import { type OrderDraft, orderInput } from './order-draft';

interface PlaceOrderDialogProps {
  ticket: Ticket;
  onPlaced: (order: Order, payNow: boolean) => void;
  onClose: () => void;
}

/** Turns the ticket into an order that is collected or sent later, and paid now or then. */
export function PlaceOrderDialog({ ticket, onPlaced, onClose }: PlaceOrderDialogProps) {
  const { t } = useTranslation(['sales', 'common']);
  const { timeZone, taxRatesMilliPercent } = useStore();
  const { data: channels } = useQuery(orpc.sales.listChannels.queryOptions());
  const rules = useAccountRules();
  const active = channels?.filter((channel) => channel.active) ?? [];
  const today = dayOf(Date.now(), timeZone);
  const form = useForm<OrderDraft>({
    initialValues: {
      channelId: null,
      day: today,
      customerName: '',
      customerEmail: '',
      customerPhone: '',
      shippingAddress: '',
      billingAddress: '',
      shippingMinor: null,
      shippingTaxRateMilliPercent: taxRatesMilliPercent[0] ?? 0,
      note: ticket.note,
    },
  });
  // Most orders entered at a till come by phone; the counter sells at once.
  const usual = active.find(({ code }) => code === 'phone') ?? active[0];
  const channelId = form.values.channelId ?? usual?.id ?? null;
  const placing = useMutation({
    mutationFn: async ({ payNow }: { payNow: boolean }) => {
      const { day } = form.values;
      if (channelId === null || day === null) return;
      const input = orderInput({ ...form.values, day, channelId }, { today, timeZone });
      onPlaced(await rpc.sales.placeOrder({ ...input, ticketId: ticket.id }), payNow);
    },
  });
  const wrong = {
    name: form.values.customerName.trim() === '' && t('dialogs.order.nameMissing'),
    email: rules.email(form.values.customerEmail),
    channel: channelId === null && t('dialogs.order.channelMissing'),
    day: form.values.day === null,
  };
  const [saysWrong, submit] = useCompleteSubmit(!Object.values(wrong).some(Boolean));
  const paysNow = useRef(false);
  const payButton = useRef<HTMLButtonElement>(null);
  // A submission of the form, so that a field with unreadable text can stop it.
  const placeAndPay = (): void => {
    paysNow.current = true;
    payButton.current?.form?.requestSubmit();
    paysNow.current = false;
  };
  usePageKeys([{ keys: 'Ctrl+Enter', label: t('dialogs.order.placeAndPay'), run: placeAndPay }], 'dialog');
  return (
    <FormDialog
      title={t('dialogs.order.title')}
      size="xl"
      submitLabel={t('dialogs.order.place')}
      busy={placing.isPending}
      error={placing.error}
      onSubmit={() => submit(() => placing.mutate({ payNow: paysNow.current }))}
      onClose={onClose}
      secondary={
        <Button
          variant="light"
          size="md"
          ref={payButton}
          disabled={placing.isPending}
          rightSection={<Kbd size="xs">{t('dialogs.ctrlEnter')}</Kbd>}
          onClick={placeAndPay}
        >
          {t('dialogs.order.placeAndPay')}
        </Button>
      }
    >
      <Text c="dimmed">{t('dialogs.order.hint')}</Text>
      <SimpleGrid cols={2} spacing="sm">
        <Select
          label={t('dialogs.order.channel')}
          data={active.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={channelId === null ? null : String(channelId)}
          error={saysWrong && wrong.channel}
          onChange={(value) => form.setFieldValue('channelId', value === null ? null : Number(value))}
        />
        <OrderDay
          value={form.values.day}
          today={today}
          needed={saysWrong}
          onChange={(day) => form.setFieldValue('day', day)}
        />
      </SimpleGrid>
      <Fieldset legend={t('dialogs.order.customer')}>
        <SimpleGrid cols={3} spacing="sm">
          <TextInput
            data-autofocus
            required
            maxLength={200}
            label={t('dialogs.order.name')}
            {...form.getInputProps('customerName')}
            error={saysWrong && wrong.name}
          />
          <TextInput
            type="email"
            maxLength={200}
            label={t('common:optional', { label: t('dialogs.order.email') })}
            {...form.getInputProps('customerEmail')}
            error={saysWrong && wrong.email}
          />
          <TextInput
            type="tel"
            maxLength={60}
            label={t('common:optional', { label: t('dialogs.order.phone') })}
            {...form.getInputProps('customerPhone')}
          />
        </SimpleGrid>
        <SimpleGrid cols={2} spacing="sm" mt="sm">
          <Textarea
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            label={t('common:optional', { label: t('dialogs.order.shippingAddress') })}
            {...form.getInputProps('shippingAddress')}
          />
          <Textarea
            autosize
            minRows={2}
            maxRows={4}
            maxLength={500}
            label={t('common:optional', { label: t('dialogs.order.billingAddress') })}
            {...form.getInputProps('billingAddress')}
          />
        </SimpleGrid>
      </Fieldset>
      <SimpleGrid cols={2} spacing="sm">
        <MoneyField
          label={t('common:optional', { label: t('dialogs.order.shipping') })}
          value={form.values.shippingMinor}
          onChange={(minor) => form.setFieldValue('shippingMinor', minor)}
        />
        <RateField
          label={t('dialogs.order.shippingTax')}
          value={form.values.shippingTaxRateMilliPercent}
          onChange={(milliPercent) => form.setFieldValue('shippingTaxRateMilliPercent', milliPercent)}
        />
      </SimpleGrid>
      <TextInput
        label={t('common:optional', { label: t('dialogs.order.note') })}
        maxLength={500}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}

interface OrderDayProps {
  value: string | null;
  today: string;
  /** Whether an empty field is an error. */
  needed: boolean;
  onChange: (day: string | null) => void;
}

/** The day an order came in. Shown only to people who may date orders back. */
function OrderDay({ value, today, needed, onChange }: OrderDayProps) {
  const { t } = useTranslation('sales');
  const mayDateBack = useMay()('dateOrdersBack') === 'yes';
  if (!mayDateBack) return null;
  return (
    <DayField
      label={t('dialogs.order.date')}
      value={value}
      maxDate={today}
      needed={needed}
      onChange={onChange}
    />
  );
}
