import { Button, Group, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { Section } from '#renderer/ui/section';
import type { Outputs } from '#shared/contract/index';
import { sectionId } from '../sections';
import classes from '../settings.module.css';

type Till = Outputs['tills']['list'][number];

/** The tills of the store, each of which can be renamed. */
export function TillsSection() {
  const { t } = useTranslation('settings');
  const { data: tills = [], error } = useQuery(orpc.tills.list.queryOptions());
  return (
    <div id={sectionId('tills')} tabIndex={-1} className={classes.section}>
      <Section title={t('sections.tills')} hint={t('hints.tills')}>
        <RefusalNote error={error} />
        {tills.map((till) => (
          <TillName key={`${till.id} ${till.name}`} till={till} />
        ))}
      </Section>
    </div>
  );
}

function TillName({ till }: { till: Till }) {
  const { t } = useTranslation('settings');
  const queries = useQueryClient();
  const [name, setName] = useState(till.name);
  const renaming = useMutation({
    mutationFn: () => rpc.tills.rename({ id: till.id, name }),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: orpc.tills.list.key() }),
        queries.invalidateQueries({ queryKey: orpc.people.me.key() }),
      ]),
  });
  return (
    <form
      noValidate
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        renaming.mutate();
      }}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          flex="0 1 20rem"
          label={t('tills.name', { code: till.code })}
          description={t('tills.cashDrawer', { drawer: till.drawerName })}
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant="default"
          loading={renaming.isPending}
          disabled={name.trim() === '' || name === till.name}
        >
          {t('tills.rename')}
        </Button>
      </Group>
      <RefusalNote error={renaming.error} />
    </form>
  );
}
