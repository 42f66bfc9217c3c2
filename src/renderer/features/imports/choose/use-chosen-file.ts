import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rpc } from '#renderer/lib/rpc';
import type { ExaminedFile, ImportChoices } from '#shared/contract/imports';
import { uploadFile } from './upload-file';

/** The state of the chosen file: its upload, the import choices, and the start of the import. */
export function useChosenFile(onStarted: (importId: number) => void) {
  const [file, setFile] = useState<ExaminedFile | null>(null);
  const [choices, setChoices] = useState<ImportChoices | null>(null);
  const [share, setShare] = useState(0);
  const take = (examined: ExaminedFile | null): void => {
    setFile(examined);
    setChoices(examined?.choices ?? null);
  };
  const uploading = useMutation({
    mutationFn: (chosen: File) => uploadFile(chosen, setShare),
    onMutate: () => {
      setShare(0);
      starting.reset();
      take(null);
    },
    onSuccess: take,
  });
  const readingAgain = useMutation({
    mutationFn: (said: Pick<ImportChoices, 'encoding' | 'separator'>) =>
      rpc.imports.examine({ fileId: file?.fileId ?? '', ...said }),
    onSuccess: (examined) => {
      setFile(examined);
      // Choices about the products are kept, because they do not depend on the file format.
      setChoices((before) => ({ ...before, ...examined.choices, ...decided(before) }));
    },
  });
  const starting = useMutation({
    mutationFn: async () =>
      file && choices ? rpc.imports.start({ fileId: file.fileId, choices }) : undefined,
    onSuccess: (started) => {
      take(null);
      if (started) onStarted(started.importId);
    },
  });
  const discarding = useMutation({
    mutationFn: async () => file && rpc.imports.discard({ fileId: file.fileId }),
    onSettled: () => {
      starting.reset();
      take(null);
    },
  });
  return {
    file,
    choices,
    /** Whether a person has changed any choice, which would be lost with the file. */
    isChanged: file !== null && choices !== file.choices,
    change: (changes: Partial<ImportChoices>) =>
      setChoices((before) => (before === null ? null : { ...before, ...changes })),
    upload: uploading.mutate,
    readAgain: readingAgain.mutate,
    start: () => starting.mutate(),
    discard: () => discarding.mutate(),
    /** The name of the file being uploaded, and the uploaded share. */
    onItsWay: uploading.isPending ? { name: uploading.variables.name, share } : null,
    busy: starting.isPending || readingAgain.isPending,
    error: uploading.error ?? readingAgain.error ?? starting.error,
    dismiss: () => {
      uploading.reset();
      readingAgain.reset();
      starting.reset();
    },
  };
}

export type ChosenFile = ReturnType<typeof useChosenFile>;

function decided(choices: ImportChoices | null): Partial<ImportChoices> {
  if (choices === null) return {};
  const { fields: _, encoding: __, separator: ___, decimalSign: ____, ...rest } = choices;
  return rest;
}
