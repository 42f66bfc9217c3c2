import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import type { DocumentLine } from '#shared/contract/documents';
import type { Transfer } from '#shared/contract/transfers';
import { dayOf } from '#shared/kernel/time';
import classes from './transfer-paper.module.css';

/** A transfer as an A4 page that accompanies the goods: lines, source, destination and signatures. */
export function TransferPaper({ transfer }: { transfer: Transfer }) {
  const { t } = useTranslation('transfers');
  const format = useFormat();
  const { name: storeName } = useStore();
  const { number, state, from, to, note, lines } = transfer;
  const by = transfer.postedBy ?? transfer.createdBy;
  const at = format.dateTime(transfer.postedAt ?? transfer.createdAt);
  return (
    <article className={classes.paper}>
      <p>{storeName}</p>
      <h1>{number === null ? t('paper.draft') : t('paper.title', { number })}</h1>
      <dl className={classes.facts}>
        <Fact name={t('paper.from')} value={from.name} />
        <Fact name={t('paper.to')} value={to.name} />
        <Fact name={t(state === 'posted' ? 'paper.sentBy' : 'paper.startedBy')} value={`${by.name}, ${at}`} />
        {note !== '' && <Fact name={t('paper.note')} value={note} />}
      </dl>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('paper.sku')}</th>
            <th>{t('paper.product')}</th>
            <th>{t('paper.barcode')}</th>
            <th>{t('paper.batch')}</th>
            <th>{t('paper.quantity')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <PaperLine key={line.id} line={line} />
          ))}
        </tbody>
      </table>
      <div className={classes.signatures}>
        <span>{t('paper.handedOver')}</span>
        <span>{t('paper.received')}</span>
      </div>
    </article>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function PaperLine({ line }: { line: DocumentLine }) {
  const { t } = useTranslation('transfers');
  const format = useFormat();
  const today = dayOf(Date.now(), useStore().timeZone);
  return (
    <tr>
      <td>{line.sku}</td>
      <td>{line.productName}</td>
      <td>{line.barcode}</td>
      <td>
        {line.batchNumber}
        {line.expiresOn !== null && (
          <div>
            {t(line.expiresOn < today ? 'paper.expired' : 'paper.expires', {
              day: format.day(line.expiresOn),
            })}
          </div>
        )}
      </td>
      <td>{format.quantity(line.quantityMilli, line.unit)}</td>
    </tr>
  );
}
