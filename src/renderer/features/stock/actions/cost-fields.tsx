import { Group } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/lib/store-status';
import { MoneyField } from '#renderer/ui/money-field';
import { UnitCostField } from '#renderer/ui/unit-cost-field';
import type { CostInput } from '#shared/contract/stock';
import { MAX_UNIT_TEN_THOUSANDTHS } from '#shared/kernel/currency';
import { MAX_MINOR } from '#shared/kernel/money';
import { costOfQuantity, unitCostOf } from '#shared/kernel/unit-cost';
import type { ActionDraft } from './stock-action';

interface CostFieldsProps {
  quantityMilli: number | null;
  cost: ActionDraft['cost'];
  onChange: (cost: ActionDraft['cost']) => void;
}

type Side = 'total' | 'unit';

/** The cost of received goods, in total or per unit; the field not typed in shows the value derived from the other. */
export function CostFields({ quantityMilli, cost, onChange }: CostFieldsProps) {
  const { t } = useTranslation('stock');
  const { currency } = useStore();
  const [typed, setTyped] = useState<Side | null>(null);
  /** How often each field was emptied by typing in the other. Part of the key: remounting drops unreadable text. */
  const [emptied, setEmptied] = useState({ total: 0, unit: 0 });
  const enter = (side: Side, given: CostInput | null, isReadable: boolean): void => {
    const other = side === 'total' ? 'unit' : 'total';
    if (typed === other) setEmptied({ ...emptied, [other]: emptied[other] + 1 });
    setTyped(side);
    onChange(isReadable ? given : 'unreadable');
  };
  const given = cost === 'unreadable' ? null : cost;
  const totalMinor = given && 'totalMinor' in given ? given.totalMinor : null;
  const unitTenThousandths = given && 'unitTenThousandths' in given ? given.unitTenThousandths : null;
  const quantity = quantityMilli ?? 0;
  return (
    // Side by side even in a side panel, so that the derived figure is visible; elsewhere each label gets one line.
    <Group grow wrap="nowrap" gap="sm" align="flex-start" miw="min(100%, 26rem)" maw="100%">
      <MoneyField
        key={`total ${emptied.total}`}
        size="md"
        label={t('actions.totalCost')}
        value={totalMinor}
        derived={
          unitTenThousandths === null || quantity <= 0
            ? null
            : possible(costOfQuantity(unitTenThousandths, quantity, currency), MAX_MINOR)
        }
        onChange={(minor, isReadable) =>
          enter('total', minor === null ? null : { totalMinor: minor }, isReadable)
        }
      />
      <UnitCostField
        key={`unit ${emptied.unit}`}
        size="md"
        label={t('actions.unitCost')}
        value={unitTenThousandths}
        derived={
          totalMinor === null || quantity <= 0
            ? null
            : possible(unitCostOf(totalMinor, quantity, currency), MAX_UNIT_TEN_THOUSANDTHS)
        }
        onChange={(unitCost, isReadable) =>
          enter('unit', unitCost === null ? null : { unitTenThousandths: unitCost }, isReadable)
        }
      />
    </Group>
  );
}

/** A derived amount, or nothing where it is more than the store accepts. */
const possible = (amount: number, most: number): number | null => (amount > most ? null : amount);
