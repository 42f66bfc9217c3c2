import { Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LocationField } from '#renderer/parts/documents/location-field';
import { NoteField } from '#renderer/parts/documents/note-field';
import type { Inputs } from '#shared/contract/index';
import type { Issue } from '#shared/contract/issues';
import { HolderField } from './holder-field';

interface IssueFieldsProps {
  issue: Issue;
  onChange: (change: Omit<Inputs['issues']['change'], 'id' | 'version'> & { version?: number }) => void;
}

/** Edits the holder, location and note of a draft; each is saved as soon as it is entered. */
export function IssueFields({ issue, onChange }: IssueFieldsProps) {
  const { t } = useTranslation('issues');
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // What a new issue needs first.
    if (box.current?.value === '') box.current.focus();
  }, []);
  return (
    <Group gap="sm" align="flex-end">
      <HolderField box={box} holder={issue.holder} onChange={(holder) => onChange({ holder })} />
      <LocationField
        label={t('from')}
        location={issue.location}
        onChange={(locationId) => onChange({ locationId })}
      />
      <NoteField document={issue} onChange={onChange} />
    </Group>
  );
}
