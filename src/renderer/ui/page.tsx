import { Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** The BackButton of a page that is about one thing of a list. */
  back?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** What stands beside the page: a SidePanel for the row that is open. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of every page but the till's: its title, its actions, its content and what opens beside it. */
export function Page({ title, back, actions, aside, children }: PageProps) {
  const { t } = useTranslation();
  useDocumentTitle(t('windowTitle', { title }));
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <div className={classes.head}>
          <Group gap="sm" wrap="nowrap">
            {back}
            <Title order={1} size="h3">
              {title}
            </Title>
          </Group>
          {actions && <Group gap="xs">{actions}</Group>}
        </div>
        <div className={classes.body}>{children}</div>
      </div>
      {aside}
    </div>
  );
}
