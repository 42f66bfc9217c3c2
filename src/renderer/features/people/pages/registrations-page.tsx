import { Text } from '@mantine/core';
import { IconUserQuestion } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { DoneNote } from '#renderer/ui/done-note';
import { EmptyState } from '#renderer/ui/empty-state';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { type Decision, RegistrationCard } from '../registrations/registration-card';
import classes from '../registrations/registrations.module.css';

/** The requests for an account, oldest first. */
export function RegistrationsPage() {
  const { t } = useTranslation(['people-accounts', 'common']);
  const queries = useQueryClient();
  const { data: requests, error } = useQuery(orpc.people.listRegistrations.queryOptions());
  const [decided, setDecided] = useState<Decision | null>(null);
  const outcome = useRef<HTMLDivElement>(null);

  const onDecided = async (decision: Decision): Promise<void> => {
    setDecided(decision);
    await queries.invalidateQueries({ queryKey: orpc.people.listRegistrations.key() });
    // The focused button disappeared with its request, so the outcome takes the focus.
    outcome.current?.focus();
  };
  return (
    <Page title={t('people-accounts:registrations.title')}>
      <Text c="dimmed">{t('people-accounts:registrations.hint')}</Text>
      <RefusalNote error={error} />
      <div ref={outcome} tabIndex={-1}>
        {decided && <DoneNote>{sentence(decided)}</DoneNote>}
      </div>
      {requests === undefined && error === null && <LateLoader />}
      {requests?.length === 0 && (
        <EmptyState
          icon={<IconUserQuestion size={36} />}
          title={t('people-accounts:registrations.emptyTitle')}
          hint={t('people-accounts:registrations.emptyHint')}
        />
      )}
      {requests && requests.length > 0 && (
        <ul className={classes.list} aria-label={t('people-accounts:registrations.list')}>
          {requests.map((request) => (
            <RegistrationCard key={request.id} registration={request} onDecided={onDecided} />
          ))}
        </ul>
      )}
    </Page>
  );

  function sentence({ name, role }: Decision): string {
    if (role === null) return t('people-accounts:registrations.refused', { name });
    return t('people-accounts:registrations.approved', { name, role: t(`common:roles.${role}`) });
  }
}
