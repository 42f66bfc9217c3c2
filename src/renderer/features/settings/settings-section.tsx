import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconDeviceFloppy, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { focusFirstMistake } from '#renderer/ui/first-mistake';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import { type SectionName, sectionId } from './sections';
import classes from './settings.module.css';
import { useSettingsDesk } from './settings-context';

/** A section of the settings, saved separately; unsaved changes are indicated at its bottom. */
export function SettingsSection({ section, children }: { section: SectionName; children: ReactNode }) {
  const { t } = useTranslation('settings');
  const { draft, save, saving, errors, saved } = useSettingsDesk();
  const dirty = draft.isDirty(section);
  return (
    <div id={sectionId(section)} tabIndex={-1} className={classes.section}>
      <Section title={t(`sections.${section}`)} hint={t(`hints.${section}`)}>
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (draft.isSound(section)) void save(section);
            else focusFirstMistake(event.currentTarget);
          }}
        >
          {children}
          <RefusalNote error={errors.get(section)} />
          <Group gap="sm">
            <Button
              type="submit"
              leftSection={<IconDeviceFloppy size={18} />}
              loading={saving === section}
              disabled={!dirty}
            >
              {t('save')}
            </Button>
            {dirty && (
              <Button
                variant="subtle"
                leftSection={<IconArrowBackUp size={18} />}
                onClick={() => draft.forget(section)}
              >
                {t('undo')}
              </Button>
            )}
            <Text role="status" c={dirty ? 'var(--mantine-color-yellow-text)' : 'dimmed'}>
              <SaveState dirty={dirty} saved={saved.has(section)} />
            </Text>
          </Group>
        </form>
      </Section>
    </div>
  );
}

function SaveState({ dirty, saved }: { dirty: boolean; saved: boolean }) {
  const { t } = useTranslation('settings');
  if (!(dirty || saved)) return null;
  const Icon = dirty ? IconPencil : IconCheck;
  return (
    <span className={classes.state}>
      <Icon size={18} aria-hidden />
      {t(dirty ? 'unsaved' : 'savedNote')}
    </span>
  );
}
