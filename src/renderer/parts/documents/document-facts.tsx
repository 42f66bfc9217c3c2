import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import type { GoodsDocument } from '#shared/contract/documents';
import { DocumentStateBadge } from './document-state-badge';
import type { DocumentWords } from './document-words';

interface DocumentFactsProps<Doc extends GoodsDocument> {
  document: Doc;
  words: DocumentWords<Doc>;
}

/** The facts, person and note of a document that is not a draft, or that the person may not change. */
export function DocumentFacts<Doc extends GoodsDocument>({ document, words }: DocumentFactsProps<Doc>) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const { state, note } = document;
  const by = document.postedBy ?? document.createdBy;
  const at = format.dateTime(document.postedAt ?? document.createdAt);
  const facts = [
    ...words.facts(document),
    {
      name: state === 'posted' ? words.postedBy : t('startedBy'),
      value: t('by', { person: by.name, at }),
    },
    ...(note === '' ? [] : [{ name: t('note'), value: note }]),
  ];
  return (
    <Group gap="xl" align="flex-start">
      <DocumentStateBadge state={state} posted={words.posted} />
      {facts.map(({ name, value }) => (
        <div key={name}>
          <Text size="sm" c="dimmed">
            {name}
          </Text>
          <Text fw={600}>{value}</Text>
        </div>
      ))}
    </Group>
  );
}
