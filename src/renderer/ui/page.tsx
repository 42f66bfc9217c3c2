import { Group, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './page.module.css';

interface PageProps {
  title: string;
  /** The BackButton of a detail page. */
  back?: ReactNode;
  /** Buttons to the right of the title. */
  actions?: ReactNode;
  /** Content beside the page: a SidePanel for the open row. */
  aside?: ReactNode;
  children: ReactNode;
}

/** The frame of every page except the till: title, actions, content and side panel. */
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
