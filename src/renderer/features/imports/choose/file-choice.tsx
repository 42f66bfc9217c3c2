import { Progress, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type RefObject, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keyCap } from '#renderer/lib/keys';
import { EmptyState } from '#renderer/ui/empty-state';
import { KeyButton } from '#renderer/ui/key-button';
import { useLostFocus } from '#renderer/ui/use-lost-focus';
import { importKeys } from '../import-keys';

interface FileChoiceProps {
  onChosen: (file: File) => void;
  /** Whether a file was already chosen, so that this is a secondary button. */
  another?: boolean;
}

/** The button that opens the system's file dialog. */
export function ChooseButton({ onChosen, another = false }: FileChoiceProps) {
  const { t } = useTranslation('imports');
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLostFocus(button, !another);
  return (
    <>
      <KeyButton
        ref={button}
        keys={importKeys.choose}
        variant={another ? 'default' : 'filled'}
        label={t(another ? 'choose.another' : 'choose.button')}
        icon={<IconFileUpload size={20} />}
        run={() => input.current?.click()}
      />
      <FileInput input={input} label={t('choose.label')} onChosen={onChosen} />
    </>
  );
}

interface FileInputProps {
  input: RefObject<HTMLInputElement | null>;
  label: string;
  onChosen: (file: File) => void;
}

function FileInput({ input, label, onChosen }: FileInputProps) {
  return (
    <input
      ref={input}
      hidden
      type="file"
      aria-label={label}
      accept=".csv,.tsv,.txt,text/csv,text/plain,text/tab-separated-values"
      onChange={({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        // Resets the input, so that the same file can be chosen again after it was corrected.
        currentTarget.value = '';
        if (file) onChosen(file);
      }}
    />
  );
}

interface FileInvitationProps {
  held: boolean;
  onItsWay: { name: string; share: number } | null;
}

/** Shown on the page while there is no file. */
export function FileInvitation({ held, onItsWay }: FileInvitationProps) {
  const { t } = useTranslation('imports');
  if (onItsWay) {
    const percent = Math.floor(onItsWay.share * 100);
    return (
      <Stack gap="xs" role="status">
        <Text fw={600}>{t('choose.uploading', { name: onItsWay.name })}</Text>
        <Progress value={percent} size="lg" aria-label={t('choose.percent', { percent })} />
      </Stack>
    );
  }
  return (
    <EmptyState
      icon={<IconFileUpload size={36} />}
      title={t(held ? 'choose.drop' : 'choose.title')}
      hint={t('choose.hint', { key: keyCap(importKeys.choose) })}
    />
  );
}
