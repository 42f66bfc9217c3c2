import { Alert } from '@mantine/core';
import { IconAlertCircle, IconDeviceFloppy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { RecoverySection } from '#renderer/parts/recovery-section';
import { focusFirstMistake } from '#renderer/ui/first-mistake';
import { KeyButton } from '#renderer/ui/key-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useUnsaved } from '#renderer/ui/use-unsaved';
import type { Outputs } from '#shared/contract/index';
import { ScaleLabels } from '../scale-labels/scale-labels';
import { sectionId } from '../sections';
import { BackupSection } from '../sections/backup-section';
import { LanguageAndTime } from '../sections/language-and-time';
import { Limits } from '../sections/limits';
import { MailAndSlack } from '../sections/mail-and-slack';
import { MoneyAndTax } from '../sections/money-and-tax';
import { ReceiptTexts } from '../sections/receipt-texts';
import { StockRules } from '../sections/stock-rules';
import { StoreDetails } from '../sections/store-details';
import { TillsSection } from '../sections/tills-section';
import classes from '../settings.module.css';
import { SettingsContext } from '../settings-context';
import { useSettingsDraft } from '../settings-draft';
import { SettingsIndex } from '../settings-index';
import { useSaveSettings } from '../use-save-settings';

/** All settings of the store, in sections that are saved separately. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { data: answer, error } = useQuery(orpc.settings.get.queryOptions());
  if (answer) return <SettingsInWork answer={answer} />;
  return (
    <Page title={t('title')}>
      <RefusalNote error={error} />
      {!error && <LateLoader />}
    </Page>
  );
}

function SettingsInWork({ answer }: { answer: Outputs['settings']['get'] }) {
  const { t } = useTranslation('settings');
  const draft = useSettingsDraft(answer);
  const desk = { ...useSaveSettings(draft), currencyLocked: answer.currencyLocked };
  const { dirtySections } = draft;
  const list = useRef<HTMLDivElement>(null);
  /** Whether saving everything was last refused, because fields need correction. */
  const [refused, setRefused] = useState(false);
  useUnsaved(dirtySections.length > 0);
  const saveAll = async (): Promise<void> => {
    for (const section of dirtySections) await desk.save(section);
    const isRefused = !dirtySections.every(draft.isSound);
    setRefused(isRefused);
    if (isRefused) focusFirstMistake(list.current);
  };
  const wrong = dirtySections.reduce((sum, section) => sum + draft.wrongFields(section), 0);
  return (
    <Page
      title={t('title')}
      actions={
        <KeyButton
          keys="Ctrl+S"
          label={t('saveAll')}
          icon={<IconDeviceFloppy size={18} />}
          disabled={dirtySections.length === 0}
          run={() => void saveAll()}
        />
      }
    >
      <SettingsContext value={desk}>
        <div className={classes.container}>
          <div className={classes.page}>
            <SettingsIndex dirty={dirtySections} />
            <div ref={list} className={classes.sections}>
              {refused && wrong > 0 && (
                <Alert
                  role="alert"
                  color="red"
                  variant="light"
                  className={classes.wrong}
                  icon={<IconAlertCircle aria-hidden />}
                >
                  {t('wrongFields', { count: wrong })}
                </Alert>
              )}
              <StoreDetails />
              <MoneyAndTax />
              <ReceiptTexts />
              <LanguageAndTime />
              <StockRules />
              <MailAndSlack />
              <Limits />
              <ScaleLabels />
              <TillsSection />
              <BackupSection />
              <div id={sectionId('recovery')} tabIndex={-1} className={classes.section}>
                <RecoverySection />
              </div>
            </div>
          </div>
        </div>
      </SettingsContext>
    </Page>
  );
}
