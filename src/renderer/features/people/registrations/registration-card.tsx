import { Button, Group, Paper, Select, Text, Title } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { confirm } from '#renderer/ui/confirm';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import type { Role } from '#shared/contract/common';
import type { Registration } from '#shared/contract/people';
import { useManagement } from '../accounts/managed-roles';

/** The decision on a request: the assigned role, or null for a refusal. */
export interface Decision {
  name: string;
  role: Role | null;
}

interface RegistrationCardProps {
  registration: Registration;
  onDecided: (decision: Decision) => Promise<void>;
}

/** A request for an account, to be approved with a role or refused. */
export function RegistrationCard({ registration, onDecided }: RegistrationCardProps) {
  const { t } = useTranslation(['people-accounts', 'common']);
  const format = useFormat();
  const { roles } = useManagement();
  const [role, setRole] = useState<Role | null>(null);
  const { id, firstName, lastName, username, email, department, requestedAt } = registration;
  const name = `${firstName} ${lastName}`.trim();
  const approving = useMutation({
    mutationFn: (chosen: Role) =>
      rpc.people.decideRegistration({ id, decision: { kind: 'approve', role: chosen } }),
    onSuccess: (_, chosen) => onDecided({ name, role: chosen }),
  });
  const [saysMissing, submit] = useCompleteSubmit(role !== null);
  const roleBox = useRef<HTMLInputElement>(null);
  const approve = (): void => {
    submit(() => role && approving.mutate(role));
    if (role === null) roleBox.current?.focus();
  };
  const refusing = useMutation({
    mutationFn: async () => {
      const sure = await confirm({
        title: t('people-accounts:registrations.refuseTitle', { name }),
        consequence: t('people-accounts:registrations.refuseConsequence', { name: firstName }),
        confirmLabel: t('people-accounts:registrations.refuseAction'),
        danger: true,
      });
      if (sure) await rpc.people.decideRegistration({ id, decision: { kind: 'refuse' } });
      return sure;
    },
    onSuccess: (refused) => (refused ? onDecided({ name, role: null }) : undefined),
  });
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" align="flex-end" gap="md">
        <div>
          <Title order={2} size="h5">
            {name}
          </Title>
          <Text>
            {username} · {email || t('people-accounts:registrations.noEmail')} ·{' '}
            {department || t('people-accounts:registrations.noDepartment')}
          </Text>
          <Text c="dimmed" fz="sm">
            {t('people-accounts:registrations.asked', { at: format.dateTime(requestedAt) })}
          </Text>
        </div>
        <Group gap="xs" align="flex-end">
          <Select
            ref={roleBox}
            w="10rem"
            label={t('people-accounts:registrations.roleLabel')}
            aria-label={t('people-accounts:registrations.role', { name })}
            data={roles.map((one) => ({ value: one, label: t(`common:roles.${one}`) }))}
            allowDeselect={false}
            placeholder={t('people-accounts:registrations.chooseRole')}
            error={saysMissing && role === null && t('people-accounts:registrations.roleMissing')}
            // Outside the row, so that it moves nothing.
            errorProps={{ pos: 'absolute' }}
            value={role}
            onChange={(value) => setRole(roles.find((one) => one === value) ?? role)}
          />
          <Button leftSection={<IconCheck size={18} />} loading={approving.isPending} onClick={approve}>
            {t('people-accounts:registrations.approve')}
          </Button>
          <Button variant="default" leftSection={<IconX size={18} />} onClick={() => refusing.mutate()}>
            {t('people-accounts:registrations.refuse')}
          </Button>
        </Group>
      </Group>
      <Text c="dimmed" fz="sm" mt={6} mih="1.35rem">
        {role !== null && t(`people-accounts:roleHints.${role}`)}
      </Text>
      <RefusalNote error={approving.error ?? refusing.error} />
    </Paper>
  );
}
