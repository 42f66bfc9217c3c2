import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/lib/use-draft';

interface NoteFieldProps {
  document: { note: string; version: number };
  /** Called on blur or Enter after a change, with the version that the person saw. */
  onChange: (change: { note: string; version: number }) => void;
}

/** Edits the note of a draft. */
export function NoteField({ document, onChange }: NoteFieldProps) {
  const { t } = useTranslation(['documents', 'common']);
  const { draft, setDraft, isChanged, version } = useDraft(document, ({ note }) => note);
  const keep = (): void => {
    if (isChanged) onChange({ note: draft, version });
  };
  return (
    <TextInput
      flex="2 1 14rem"
      label={t('common:optional', { label: t('documents:note') })}
      placeholder={t('documents:notePlaceholder')}
      maxLength={500}
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.ctrlKey) keep();
      }}
    />
  );
}
