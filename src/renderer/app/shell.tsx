import { AppShell } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense } from 'react';
import { LateLoader } from '#renderer/ui/late-loader';
import { KeysOverlay } from './keys-overlay';
import { PageMissing } from './page-trouble';
import { Rail } from './rail';
import { isForOthers, useWorkplaces } from './rail-pages';
import classes from './shell.module.css';
import { TopBar } from './top-bar';

const BAR_HEIGHT = '3.25rem';
const RAIL_WIDTH = '13rem';

/** The frame around every page: the top bar, and the rail with the workplace's pages on the left. */
export function Shell() {
  const workplaces = useWorkplaces();
  const { pathname } = useLocation();
  const here = workplaces.find(({ name }) => pathname === `/${name}` || pathname.startsWith(`/${name}/`));
  const [tillRailHidden, setTillRailHidden] = useLocalStorage({
    key: 'tillroom.tillRailHidden',
    defaultValue: true,
  });
  const railHidden = here === undefined || (here.name === 'till' && tillRailHidden);
  return (
    <AppShell
      header={{ height: BAR_HEIGHT }}
      navbar={{ width: RAIL_WIDTH, breakpoint: 0, collapsed: { desktop: railHidden, mobile: railHidden } }}
      transitionDuration={0}
    >
      <AppShell.Header>
        <TopBar
          workplaces={workplaces}
          here={here?.name}
          rail={
            here?.name === 'till'
              ? { hidden: tillRailHidden, toggle: () => setTillRailHidden((hidden) => !hidden) }
              : undefined
          }
        />
      </AppShell.Header>
      {here && !railHidden && (
        <AppShell.Navbar>
          <Rail pages={here.pages} />
        </AppShell.Navbar>
      )}
      <AppShell.Main className={classes.main}>
        <div className={classes.content}>
          <Suspense fallback={<LateLoader />}>
            {isForOthers(pathname, workplaces) ? <PageMissing /> : <Outlet />}
          </Suspense>
        </div>
      </AppShell.Main>
      <KeysOverlay />
    </AppShell>
  );
}
