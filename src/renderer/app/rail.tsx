import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { OpenTasks } from '#renderer/features/tasks/open-tasks';
import classes from './shell.module.css';
import type { RailPage } from './workplaces';

/** The pages of the current workplace. */
export function Rail({ pages }: { pages: readonly RailPage[] }) {
  const { t } = useTranslation('shell');
  return (
    <nav className={classes.rail} aria-label={t('pages.label')}>
      {pages.map(({ to, label, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.railLink}
          activeOptions={{ exact: hasPageBelow(to, pages) }}
        >
          <Icon size={20} stroke={1.75} aria-hidden />
          {t(label)}
          {to === '/stockroom/tasks' && <OpenTasks />}
        </Link>
      ))}
    </nav>
  );
}

/** Whether another page's address starts with this one's, so that only an exact match means this page. */
function hasPageBelow(to: string, pages: readonly RailPage[]): boolean {
  return pages.some((other) => other.to.startsWith(`${to}/`));
}
