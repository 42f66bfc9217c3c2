import { Group } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowRightBar,
  IconHandMove,
  IconHistory,
  IconMapPinPlus,
  IconPackageImport,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyName } from '#renderer/lib/keys';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { LabelsLink } from '#renderer/ui/labels-link';
import { type ActionChoices, isPossible, needOf, type StockAction } from '../actions/stock-action';
import { stockKeys } from '../stock-keys';
import classes from './look-up.module.css';

interface LookUpActionsProps {
  productId: number;
  /** Undefined until loaded, and for people who may not see it. */
  choices: ActionChoices | undefined;
  onAction: (action: StockAction) => void;
  onHistory: () => void;
}

const ACTIONS: readonly { action: StockAction; keys: KeyName; Icon: TablerIcon }[] = [
  { action: 'receive', keys: stockKeys.receive, Icon: IconPackageImport },
  { action: 'adjust', keys: stockKeys.adjust, Icon: IconAdjustments },
  { action: 'waste', keys: stockKeys.waste, Icon: IconTrash },
  { action: 'opening', keys: stockKeys.opening, Icon: IconMapPinPlus },
  { action: 'transfer', keys: stockKeys.transfer, Icon: IconArrowRightBar },
  { action: 'issue', keys: stockKeys.issue, Icon: IconHandMove },
  { action: 'return', keys: stockKeys.returnGoods, Icon: IconArrowBackUp },
];

/** The actions on the shown product, with their keys. */
export function LookUpActions({ productId, choices, onAction, onHistory }: LookUpActionsProps) {
  const { t } = useTranslation('stock');
  const may = useMay();
  const actions = may('moveStock') === 'yes' ? ACTIONS : [];
  return (
    <Group gap="xs" className={classes.actions ?? ''}>
      {actions.map(({ action, keys, Icon }, index) => (
        <KeyButton
          key={action}
          size="md"
          variant={index === 0 ? 'filled' : 'default'}
          keys={keys}
          label={t(`actions.${action}.do`)}
          icon={<Icon size={20} />}
          disabled={!(choices && isPossible(action, choices))}
          title={
            choices && !isPossible(action, choices) ? t(`actions.impossible.${needOf(action)}`) : undefined
          }
          run={() => onAction(action)}
        />
      ))}
      {may('seeQuantities') === 'yes' && (
        <KeyButton
          size="md"
          variant="default"
          keys={stockKeys.history}
          label={t('lookUp.history')}
          icon={<IconHistory size={20} />}
          run={onHistory}
        />
      )}
      <LabelsLink of={{ products: [productId] }} size="md" />
    </Group>
  );
}
