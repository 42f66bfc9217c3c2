import { Group } from '@mantine/core';
import {
  IconAdjustments,
  IconArrowBackUp,
  IconArrowRightBar,
  IconHandGrab,
  IconHistory,
  IconMapPinPlus,
  IconPackageImport,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { KeyButton } from '../../../components/key-button';
import { LabelsLink } from '../../../components/labels-link';
import { useMay } from '../../../lib/session';
import type { StockAction } from '../actions/stock-action';
import { stockKeys } from '../stock-keys';
import classes from './look-up.module.css';

interface LookUpActionsProps {
  productId: number;
  /** Whether the product lies anywhere, so that there is something to adjust or throw away. */
  isStocked: boolean;
  onAction: (action: StockAction) => void;
  onHistory: () => void;
  /** Leads to what of it is out with whom. */
  onGiveBack: () => void;
}

/** What can be done with the product that is shown, one key each. */
export function LookUpActions({ productId, isStocked, onAction, onHistory, onGiveBack }: LookUpActionsProps) {
  const { t } = useTranslation('stock');
  const may = useMay();
  return (
    <Group gap="xs" className={classes.actions ?? ''}>
      {may('moveStock') === 'yes' && (
        <>
          <KeyButton
            size="md"
            keys={stockKeys.receive}
            label={t('actions.receive.do')}
            icon={<IconPackageImport size={20} />}
            run={() => onAction('receive')}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.adjust}
            label={t('actions.adjust.do')}
            icon={<IconAdjustments size={20} />}
            disabled={!isStocked}
            run={() => onAction('adjust')}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.waste}
            label={t('actions.waste.do')}
            icon={<IconTrash size={20} />}
            disabled={!isStocked}
            run={() => onAction('waste')}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.transfer}
            label={t('actions.transfer.do')}
            icon={<IconArrowRightBar size={20} />}
            disabled={!isStocked}
            run={() => onAction('transfer')}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.issue}
            label={t('actions.issue.do')}
            icon={<IconHandGrab size={20} />}
            disabled={!isStocked}
            run={() => onAction('issue')}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.giveBack}
            label={t('actions.giveBack')}
            icon={<IconArrowBackUp size={20} />}
            run={onGiveBack}
          />
          <KeyButton
            size="md"
            variant="default"
            keys={stockKeys.begin}
            label={t('actions.begin.do')}
            icon={<IconMapPinPlus size={20} />}
            run={() => onAction('begin')}
          />
        </>
      )}
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
