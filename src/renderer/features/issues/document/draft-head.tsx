import { Group, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { roomFor } from '#renderer/ui/room-for';
import type { Inputs } from '#shared/contract/index';
import type { IssueHead } from '#shared/contract/issues';
import { showHead } from '../issue-queries';
import { HolderField } from './holder-field';

interface DraftHeadProps {
  issue: IssueHead;
  holderBox: RefObject<HTMLInputElement | null>;
}

/** The location, the holder and the note of a draft; each is saved as soon as it is entered. */
export function DraftHead({ issue, holderBox }: DraftHeadProps) {
  const { t } = useTranslation('issues');
  const queries = useQueryClient();
  const { data: places = [] } = useQuery(orpc.stock.listLocations.queryOptions());
  const [note, setNote] = useState<string | null>(null);
  const changing = useMutation({
    mutationFn: (change: Omit<Inputs['issues']['change'], 'id' | 'version'>) =>
      rpc.issues.change({ id: issue.id, version: issue.version, ...change }),
    onSuccess: (head) => showHead(queries, head),
    onSettled: () => setNote(null),
  });
  const open = places.filter(({ id, closedAt }) => closedAt === null || id === issue.location.id);
  return (
    <>
      <Group gap="sm" align="flex-end">
        <Select
          flex="1 1 11rem"
          {...roomFor(issue.location.name, 11)}
          label={t('fields.from')}
          allowDeselect={false}
          data={open.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(issue.location.id)}
          onChange={(value) => value && changing.mutate({ locationId: Number(value) })}
        />
        <HolderField
          box={holderBox}
          holder={issue.holder}
          onChange={(holder) => changing.mutate({ holder })}
        />
        <TextInput
          flex="2 1 14rem"
          label={t('fields.note')}
          maxLength={500}
          value={note ?? issue.note}
          onChange={(event) => setNote(event.currentTarget.value)}
          onBlur={() => note !== null && note !== issue.note && changing.mutate({ note })}
        />
      </Group>
      <RefusalNote error={changing.error} onDismiss={changing.reset} />
    </>
  );
}
