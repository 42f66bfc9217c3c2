import { Text, ThemeIcon } from '@mantine/core';
import {
  IconBarcode,
  IconBox,
  IconSettings,
  IconStack2,
  IconUsers,
  type TablerIcon,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { Section } from '#renderer/ui/section';
import type { Permission } from '#shared/contract/common';
import classes from './office.module.css';

interface Step {
  name: 'products' | 'stock' | 'people' | 'settings' | 'scanner';
  to: '/office/products' | '/stockroom/entries' | '/office/people' | '/office/settings' | '/office/scanner';
  icon: TablerIcon;
  needs: Permission;
}

const STEPS: readonly Step[] = [
  { name: 'products', to: '/office/products', icon: IconBox, needs: 'editCatalogue' },
  { name: 'stock', to: '/stockroom/entries', icon: IconStack2, needs: 'moveStock' },
  { name: 'people', to: '/office/people', icon: IconUsers, needs: 'manageAccounts' },
  { name: 'settings', to: '/office/settings', icon: IconSettings, needs: 'manageStore' },
  { name: 'scanner', to: '/office/scanner', icon: IconBarcode, needs: 'lookUp' },
];

/** The first steps for a store without products; hidden once there is one. */
export function FirstSteps() {
  const { t } = useTranslation('stores-office');
  const may = useMay();
  const { data } = useQuery(orpc.catalogue.listProducts.queryOptions({ input: { limit: 1 } }));
  if (data?.total !== 0) return null;
  return (
    <Section title={t('start.title')}>
      <div className={classes.steps}>
        {STEPS.filter(({ needs }) => may(needs) === 'yes').map(({ name, to, icon: Icon }) => (
          <Link key={name} to={to} className={classes.step}>
            <ThemeIcon size={40} variant="light" aria-hidden>
              <Icon size={22} />
            </ThemeIcon>
            <span>
              <Text component="span" display="block" fw={600}>
                {t(`start.${name}`)}
              </Text>
              <Text component="span" display="block" fz="sm" c="dimmed">
                {t(`start.${name}Hint`)}
              </Text>
            </span>
          </Link>
        ))}
      </div>
    </Section>
  );
}
