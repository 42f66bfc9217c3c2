import {
  IconCamera,
  IconDiscount,
  IconNote,
  IconNumbers,
  IconPackageExport,
  IconPackages,
  IconParking,
  IconPencilDollar,
  IconReceiptOff,
  IconTag,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePageKeys } from '#renderer/lib/keys';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { ActionBar } from './action-bar';
import classes from './action-bar.module.css';
import { ActionKey } from './action-key';
import { useTill } from './till-context';
import { tillKeys } from './till-keys';
import { useLineCommands } from './use-line-commands';
import { useTicketCommands } from './use-ticket-commands';

/** The available actions with their keys: those of the selected line, then those of the ticket. */
export function TillActions() {
  const { t } = useTranslation('sales');
  const till = useTill();
  const find = (): void => {
    till.go({ kind: 'sell' });
    till.findBox.current?.focus();
  };
  usePageKeys([{ keys: tillKeys.find, label: t('till.actions.find'), run: find }]);
  return (
    <ActionBar>
      <LineActions />
      <TicketActions />
    </ActionBar>
  );
}

function LineActions() {
  const { t } = useTranslation('sales');
  const { line, open } = useTill();
  const { voidLine } = useLineCommands();
  const mayDiscount = useMay()('discountAndOverride') !== 'no';
  const disabled = line === null;
  return (
    <>
      <ActionKey
        keys={tillKeys.quantity}
        label={t('till.actions.quantity')}
        icon={<IconNumbers />}
        disabled={disabled}
        run={() => line && open({ kind: 'lineQuantity', line })}
      />
      {mayDiscount && (
        <>
          <ActionKey
            keys={tillKeys.discount}
            label={t('till.actions.discount')}
            icon={<IconTag />}
            disabled={disabled}
            run={() => line && open({ kind: 'lineDiscount', line })}
          />
          <ActionKey
            keys={tillKeys.price}
            label={t('till.actions.price')}
            icon={<IconPencilDollar />}
            disabled={disabled || line.fixedGrossMinor !== null}
            run={() => line && open({ kind: 'price', line })}
          />
        </>
      )}
      <ActionKey
        keys={tillKeys.note}
        label={t('till.actions.note')}
        icon={<IconNote />}
        disabled={disabled}
        run={() => line && open({ kind: 'lineNote', line })}
      />
      <ActionKey
        keys={tillKeys.batch}
        label={t('till.actions.batch')}
        icon={<IconPackages />}
        disabled={disabled}
        run={() => line && open({ kind: 'lineBatch', line })}
      />
      <ActionKey
        keys={tillKeys.voidLine}
        label={t('till.actions.void')}
        icon={<IconTrash />}
        disabled={disabled}
        run={voidLine}
      />
      <span className={classes.gap} />
    </>
  );
}

function TicketActions() {
  const { t } = useTranslation('sales');
  const { ticket, open } = useTill();
  const { voidTicket } = useTicketCommands();
  const may = useMay();
  const { data: parked = [] } = useQuery(orpc.sales.listParked.queryOptions());
  const filled = ticket !== null && ticket.lines.length > 0 ? ticket : null;
  const disabled = filled === null;
  return (
    <>
      {may('discountAndOverride') !== 'no' && (
        <ActionKey
          keys={tillKeys.ticketDiscount}
          label={t('till.actions.ticketDiscount')}
          icon={<IconDiscount />}
          disabled={disabled}
          run={() => filled && open({ kind: 'ticketDiscount', ticket: filled })}
        />
      )}
      <ActionKey
        keys={tillKeys.ticketNote}
        label={t('till.actions.ticketNote')}
        icon={<IconNote />}
        disabled={disabled}
        run={() => filled && open({ kind: 'ticketNote', ticket: filled })}
      />
      <ActionKey
        keys={tillKeys.park}
        label={disabled ? t('till.actions.recall', { count: parked.length }) : t('till.actions.park')}
        icon={<IconParking />}
        run={() => open(filled ? { kind: 'park', ticket: filled } : { kind: 'recall' })}
      />
      {may('serveOrders') === 'yes' && (
        <ActionKey
          keys={tillKeys.order}
          label={t('till.actions.order')}
          icon={<IconPackageExport />}
          disabled={disabled}
          run={() => filled && open({ kind: 'order', ticket: filled })}
        />
      )}
      <ActionKey
        keys={tillKeys.camera}
        label={t('till.actions.camera')}
        icon={<IconCamera />}
        run={() => open({ kind: 'camera' })}
      />
      <ActionKey
        keys={tillKeys.voidTicket}
        label={t('till.actions.voidTicket')}
        icon={<IconReceiptOff />}
        disabled={disabled}
        run={() => filled && voidTicket(filled)}
      />
    </>
  );
}
