import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';
import icon from '#renderer/icon.svg';
import classes from './front-page.module.css';

interface FrontPageProps {
  /** The store's name, or the app's name before a store exists. */
  name: string;
  /** As a CSS width; 26rem by default. */
  width?: string | undefined;
  children: ReactNode;
}

/** The frame of the pages shown before anyone is signed in. */
export function FrontPage({ name, width = '26rem', children }: FrontPageProps) {
  return (
    <main className={classes.front}>
      <div style={{ width: '100%', maxWidth: width }}>
        <div className={classes.brand}>
          <img src={icon} alt="" width={32} height={32} />
          {name}
        </div>
        <Paper withBorder radius="lg" p="xl">
          {children}
        </Paper>
      </div>
    </main>
  );
}
