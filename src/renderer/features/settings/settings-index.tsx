import { Anchor, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type SectionName, sectionId, sections } from './sections';
import classes from './settings.module.css';

/** The index of the sections at the side of the page; sections with unsaved changes are marked. */
export function SettingsIndex({ dirty }: { dirty: readonly SectionName[] }) {
  const { t } = useTranslation('settings');
  return (
    <nav className={classes.index} aria-label={t('index')}>
      {sections.map((section) => (
        <Anchor
          key={section}
          href={`#${sectionId(section)}`}
          className={classes.entry}
          underline="never"
          onClick={(event) => {
            // Scrolls without changing the window's address.
            event.preventDefault();
            goTo(sectionId(section));
          }}
        >
          {t(`sections.${section}`)}
          {dirty.some((one) => one === section) && (
            <Text span fz="sm" className={classes.unsaved}>
              <IconPencil size={14} aria-hidden />
              {t('unsaved')}
            </Text>
          )}
        </Anchor>
      ))}
    </nav>
  );
}

/** Scrolls to a section and puts the focus on it, so that Tab goes to its first field. */
function goTo(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
