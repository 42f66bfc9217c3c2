import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '#renderer/ui/form-dialog';

interface NoteDialogProps<Answer> {
  title: string;
  note: string;
  maxLength: number;
  save: (note: string) => Promise<Answer>;
  onSaved: (answer: Answer) => void;
  onClose: () => void;
}

/** Edits the note of a line or of the ticket; an empty text removes it. */
export function NoteDialog<Answer>(props: NoteDialogProps<Answer>) {
  const { t } = useTranslation('sales');
  const [note, setNote] = useState(props.note);
  const saving = useMutation({
    mutationFn: props.save,
    onSuccess: (answer) => {
      props.onSaved(answer);
      props.onClose();
    },
  });
  return (
    <FormDialog
      title={props.title}
      submitLabel={t('dialogs.note.save')}
      busy={saving.isPending}
      error={saving.error}
      onSubmit={() => saving.mutate(note)}
      onClose={props.onClose}
    >
      <TextInput
        data-autofocus
        size="lg"
        label={t('dialogs.note.label')}
        description={t('dialogs.note.hint')}
        maxLength={props.maxLength}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
