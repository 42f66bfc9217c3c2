import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { type Approval, useApproval } from '#renderer/parts/approval-provider';
import { FormDialog } from '#renderer/ui/form-dialog';
import { MoneyField } from '#renderer/ui/money-field';
import { RateField } from '#renderer/ui/rate-field';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Discount } from '#shared/contract/sales-documents';
import type { GivenDiscount } from '../use-approval-subjects';

const USUAL_MILLI_PERCENT = [5000, 10_000, 15_000, 20_000, 25_000, 50_000];

interface DiscountDialogProps<Answer> {
  title: string;
  /** What the discount applies to, in words and figures. */
  about: string;
  discount: Discount;
  /** Describes what is approved when another person has to approve the discount. */
  subjectOf: (discount: GivenDiscount) => string;
  save: (discount: Discount, approval: Approval | undefined) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onClose: () => void;
}

type Kind = NonNullable<Discount>['kind'];

/** Sets a discount as a percentage or an amount, or removes it; a manager may have to approve. */
export function DiscountDialog<Answer>(props: DiscountDialogProps<Answer>) {
  const { discount } = props;
  const { t } = useTranslation('sales');
  const format = useFormat();
  const withApproval = useApproval();
  const [kind, setKind] = useState<Kind>(discount?.kind ?? 'percent');
  const [milliPercent, setMilliPercent] = useState(
    discount?.kind === 'percent' ? discount.milliPercent : null,
  );
  const [minor, setMinor] = useState(discount?.kind === 'amount' ? discount.minor : null);
  const saving = useMutation({
    // Setting a discount may need an approval; removing it never does.
    mutationFn: (next: Discount) =>
      next === null
        ? props.save(null, undefined)
        : withApproval(props.subjectOf(next), (approval) => props.save(next, approval)),
    onSuccess: (answer) => {
      props.onSaved(answer);
      props.onClose();
    },
  });
  const given = kind === 'percent' ? milliPercent && { kind, milliPercent } : minor && { kind, minor };
  const [saysMissing, submit] = useCompleteSubmit(Boolean(given));
  return (
    <FormDialog
      title={props.title}
      submitLabel={t('dialogs.discount.give')}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => submit(() => given && saving.mutate(given))}
      onClose={props.onClose}
      secondary={
        discount !== null && (
          <Button variant="subtle" size="md" onClick={() => saving.mutate(null)}>
            {t('dialogs.discount.remove')}
          </Button>
        )
      }
    >
      <Text fw={600}>{props.about}</Text>
      <SegmentedControl
        fullWidth
        size="md"
        aria-label={t('dialogs.discount.kind')}
        value={kind}
        onChange={(value) => setKind(value as Kind)}
        data={[
          { value: 'percent', label: t('dialogs.discount.percent') },
          { value: 'amount', label: t('dialogs.discount.amount') },
        ]}
      />
      {kind === 'percent' ? (
        <RateField
          data-autofocus
          aboveZero
          needed={saysMissing}
          size="xl"
          label={t('dialogs.discount.percentLabel')}
          value={milliPercent}
          onChange={setMilliPercent}
        />
      ) : (
        <MoneyField
          autoFocus
          aboveZero
          needed={saysMissing}
          size="xl"
          label={t('dialogs.discount.amountLabel')}
          value={minor}
          onChange={setMinor}
        />
      )}
      {kind === 'percent' && (
        <Group gap="xs" role="group" aria-label={t('dialogs.discount.usual')}>
          {USUAL_MILLI_PERCENT.map((usualMilliPercent) => (
            <Button
              key={usualMilliPercent}
              variant="light"
              size="md"
              disabled={saving.isPending}
              onClick={() => saving.mutate({ kind: 'percent', milliPercent: usualMilliPercent })}
            >
              {format.rate(usualMilliPercent)}
            </Button>
          ))}
        </Group>
      )}
    </FormDialog>
  );
}
