import { SimpleGrid, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMay, useSession } from '#renderer/lib/session';
import { Page } from '#renderer/ui/page';
import { FirstSteps } from '../office/first-steps';
import { LowStock } from '../office/low-stock';
import { OfficeFigures } from '../office/office-figures';
import { OpenOrders } from '../office/open-orders';

/** The first page of the office: figures first, then the lists behind them. */
export function OfficePage() {
  const { t } = useTranslation('stores-office');
  const { account } = useSession();
  const may = useMay();
  const seesOrders = may('serveOrders') !== 'no' || may('fulfilOrders') !== 'no';
  return (
    <Page title={t('title')}>
      <Text c="dimmed">{t('welcome', { name: account.firstName })}</Text>
      <OfficeFigures />
      <FirstSteps />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" style={{ alignItems: 'start' }}>
        {seesOrders && <OpenOrders />}
        {may('seeQuantities') !== 'no' && <LowStock />}
      </SimpleGrid>
    </Page>
  );
}
