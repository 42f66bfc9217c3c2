import { Alert, Divider, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle, IconUserCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usuallyApproves } from '#renderer/lib/account-rules';
import { useFormat } from '#renderer/lib/format';
import { ButtonLink } from '#renderer/ui/links';
import { SidePanel } from '#renderer/ui/side-panel';
import type { Account } from '#shared/contract/people';
import { AccountActions } from './account-actions';
import { AccountFacts } from './account-facts';
import { AccountForm } from './account-form';
import { useManagement } from './managed-roles';

interface AccountPanelProps {
  account: Account;
  onDirty: (dirty: boolean) => void;
  onClose: () => void;
  onDeleted: () => void;
}

/** An account beside the list; editable for people who may change it, otherwise read-only. */
export function AccountPanel({ account, onDirty, onClose, onDeleted }: AccountPanelProps) {
  const { t } = useTranslation('people-accounts');
  const format = useFormat();
  const { isOwn, mayChange, changesRoles, roles } = useManagement();
  const { firstName, lastName, active, deletedAt, createdAt } = account;
  return (
    <SidePanel title={`${firstName} ${lastName}`.trim()} onClose={onClose}>
      <Stack>
        {mayChange(account) ? (
          <>
            {!active && (
              <Alert color="yellow" variant="light" icon={<IconInfoCircle aria-hidden />}>
                {t('panel.off')}
              </Alert>
            )}
            <AccountForm
              key={account.id}
              account={account}
              roles={changesRoles ? roles : []}
              onDirty={onDirty}
            />
            <Divider />
            <Title order={3} size="h5">
              {t('panel.access')}
            </Title>
            <Text c="dimmed">{t(`panel.${pinState(account)}`)}</Text>
            <AccountActions key={`actions ${account.id}`} account={account} onDeleted={onDeleted} />
          </>
        ) : (
          <>
            <AccountFacts account={account} />
            <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
              {whyNot()}
            </Alert>
            {isOwn(account) && (
              <ButtonLink to="/profile" leftSection={<IconUserCircle size={18} />}>
                {t('panel.toProfile')}
              </ButtonLink>
            )}
          </>
        )}
        <Text c="dimmed" fz="sm">
          {t('panel.madeAt', { at: format.day(createdAt) })}
        </Text>
      </Stack>
    </SidePanel>
  );

  function whyNot(): string {
    if (deletedAt !== null) return t('panel.deletedAt', { at: format.dateTime(deletedAt) });
    return t(isOwn(account) ? 'panel.own' : 'panel.above');
  }
}

function pinState({ hasPin, pinApproves, role }: Account): 'noPin' | 'shortPin' | 'hasPin' {
  if (!hasPin) return 'noPin';
  return usuallyApproves(role) && !pinApproves ? 'shortPin' : 'hasPin';
}
