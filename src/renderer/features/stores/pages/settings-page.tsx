import { IconDeviceFloppy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { RecoverySection } from '#renderer/parts/recovery-section';
import { KeyButton } from '#renderer/ui/key-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useUnsaved } from '#renderer/ui/use-unsaved';
import type { Settings } from '#shared/contract/stores';
import { BackupSection } from '../settings/backup-section';
import { focusFirstMistake } from '../settings/first-mistake';
import { LanguageAndTime } from '../settings/language-and-time';
import { Limits } from '../settings/limits';
import { MailAndSlack } from '../settings/mail-and-slack';
import { MoneyAndTax } from '../settings/money-and-tax';
import { ReceiptTexts } from '../settings/receipt-texts';
import { ScaleLabels } from '../settings/scale-labels';
import { sectionId } from '../settings/sections';
import classes from '../settings/settings.module.css';
import { SettingsContext } from '../settings/settings-context';
import { useSettingsDraft } from '../settings/settings-draft';
import { SettingsIndex } from '../settings/settings-index';
import { StockRules } from '../settings/stock-rules';
import { StoreDetails } from '../settings/store-details';
import { TillsSection } from '../settings/tills-section';
import { useSaveSettings } from '../settings/use-save-settings';

/** All that the store can set, in sections that are saved one by one. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { data: settings, error } = useQuery(orpc.stores.settings.queryOptions());
  if (settings) return <SettingsInWork settings={settings} />;
  return (
    <Page title={t('title')}>
      <RefusalNote error={error} />
      {!error && <LateLoader />}
    </Page>
  );
}

function SettingsInWork({ settings }: { settings: Settings }) {
  const { t } = useTranslation('settings');
  const draft = useSettingsDraft(settings);
  const desk = useSaveSettings(draft);
  const { dirtySections } = draft;
  const list = useRef<HTMLDivElement>(null);
  useUnsaved(dirtySections.length > 0);
  const saveAll = async (): Promise<void> => {
    for (const section of dirtySections) await desk.save(section);
    if (!dirtySections.every(draft.isSound)) focusFirstMistake(list.current);
  };
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
