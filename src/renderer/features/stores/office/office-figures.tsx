import type { TablerIcon } from '@tabler/icons-react';
import { IconAlertTriangle, IconBox, IconFileText, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import classes from './office.module.css';
import { lowStockQuery, openOrdersQuery } from './office-queries';

/** The total of a list in the form of the contract. */
interface Total {
  total: number;
  totalIsExact: boolean;
}

/** The numbers of products, open orders, low-stock products and requests; each leads to its list. */
export function OfficeFigures() {
  const may = useMay();
  return (
    <div className={classes.figures}>
      <ProductsFigure />
      {may('serveOrders') !== 'no' && <OrdersFigure />}
      {may('seeQuantities') !== 'no' && <LowFigure />}
      {may('manageAccounts') !== 'no' && <RequestsFigure />}
    </div>
  );
}

function ProductsFigure() {
  const { t } = useTranslation('stores-office');
  const { data } = useQuery(
    orpc.catalogue.listProducts.queryOptions({ input: { statuses: ['active'], limit: 1 } }),
  );
  return (
    <Figure
      to="/office/products"
      icon={IconBox}
      label={t('figures.products')}
      hint={t('figures.productsHint')}
      total={data}
    />
  );
}

function OrdersFigure() {
  const { t } = useTranslation('stores-office');
  const { data } = useQuery(openOrdersQuery());
  return (
    <Figure
      to="/office/orders"
      icon={IconFileText}
      label={t('figures.orders')}
      hint={t('figures.ordersHint')}
      total={data}
    />
  );
}

function LowFigure() {
  const { t } = useTranslation('stores-office');
  const { data } = useQuery(lowStockQuery());
  return (
    <Figure
      to="/stockroom/overview"
      search={{ list: 'low' }}
      icon={IconAlertTriangle}
      label={t('figures.low')}
      hint={t('figures.lowHint', { count: data?.total ?? 0 })}
      total={data}
    />
  );
}

function RequestsFigure() {
  const { t } = useTranslation('stores-office');
  const { data } = useQuery(orpc.people.listRegistrations.queryOptions());
  return (
    <Figure
      to="/office/registrations"
      icon={IconUserPlus}
      label={t('figures.requests')}
      hint={t('figures.requestsHint', { count: data?.length ?? 0 })}
      total={data && { total: data.length, totalIsExact: true }}
    />
  );
}

interface FigureProps {
  to: LinkProps['to'];
  search?: LinkProps['search'];
  icon: TablerIcon;
  label: string;
  hint: string;
  total: Total | undefined;
}

function Figure({ to, search, icon: Icon, label, hint, total }: FigureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const count = total && format.count(total.total);
  return (
    <Link to={to} search={search} className={classes.figure}>
      <span className={classes.label}>
        <Icon size={20} stroke={1.75} aria-hidden />
        {label}
      </span>
      <span className={classes.value}>
        {total?.totalIsExact === false ? t('moreThan', { count: total.total }) : count}
      </span>
      <span className={classes.hint}>{hint}</span>
    </Link>
  );
}
