import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/lib/session';
import { RecoverySection } from '#renderer/parts/recovery-section';
import { Page } from '#renderer/ui/page';
import { AlertsSection } from '../profile/alerts-section';
import { DetailsSection } from '../profile/details-section';
import { PasswordSection } from '../profile/password-section';
import { PinSection } from '../profile/pin-section';
import classes from '../profile/profile.module.css';
import { SessionSection } from '../profile/session-section';

/** The signed-in person's account: details, password, PIN, and for admins the recovery code. */
export function ProfilePage() {
  const { t } = useTranslation('people-access');
  const may = useMay();
  return (
    <Page title={t('profile.title')}>
      <div className={classes.sections}>
        <DetailsSection />
        <PasswordSection />
        <PinSection />
        {may('stockReports') === 'yes' && <AlertsSection />}
        {may('manageStore') === 'yes' && <RecoverySection />}
        <SessionSection />
      </div>
    </Page>
  );
}
