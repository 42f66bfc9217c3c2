import { Button, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { enterSession } from '#renderer/lib/session';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { type Role, roles } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';

type SignIn = Outputs['stores']['createDemoStore']['signIns'][number];

/** The people of the demo store with their credentials, and a sign-in button for each. */
export function DemoReady({ signIns }: { signIns: SignIn[] }) {
  const { t } = useTranslation(['stores-first-run', 'common']);
  const queries = useQueryClient();
  const signIn = useMutation(
    orpc.people.signIn.mutationOptions({
      onSuccess: async (session) => {
        enterSession(queries, session);
        await queries.invalidateQueries({ queryKey: orpc.stores.status.key() });
      },
    }),
  );
  return (
    <Stack>
      <Title order={1} size="h3">
        {t('stores-first-run:done.demoTitle')}
      </Title>
      <Text c="dimmed">{t('stores-first-run:done.demoHint')}</Text>
      <RefusalNote error={signIn.error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('stores-first-run:done.role')}</Table.Th>
            <Table.Th>{t('stores-first-run:done.username')}</Table.Th>
            <Table.Th>{t('stores-first-run:done.password')}</Table.Th>
            <Table.Th>{t('stores-first-run:done.pin')}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {signIns.map(({ username, password, pin, role }) => (
            <Table.Tr key={username}>
              <Table.Td>{isRole(role) ? t(`common:roles.${role}`) : role}</Table.Td>
              <Table.Td>{username}</Table.Td>
              <Table.Td ff="monospace">{password}</Table.Td>
              <Table.Td ff="monospace">{pin}</Table.Td>
              <Table.Td ta="end">
                <Button
                  size="xs"
                  variant="light"
                  aria-label={t('stores-first-run:done.enter', { username })}
                  loading={signIn.isPending && signIn.variables.login === username}
                  onClick={() => signIn.mutate({ login: username, password })}
                >
                  {t('stores-first-run:done.signIn')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}

function isRole(role: string): role is Role {
  return roles.some((known) => known === role);
}
