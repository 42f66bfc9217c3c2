import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { rpc } from '#renderer/lib/rpc';
import type { ExaminedFile, ImportChoices } from '#shared/contract/imports';
import { uploadFile } from './upload-file';

/** The file somebody has chosen, how they want it taken, and the import that they began of it. */
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
      // What was decided about the products holds, however the file is written.
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
    /** Whether somebody has said anything about the file, which would be lost with it. */
    isChanged: file !== null && choices !== file.choices,
    change: (changes: Partial<ImportChoices>) =>
      setChoices((before) => (before === null ? null : { ...before, ...changes })),
    upload: uploading.mutate,
    readAgain: readingAgain.mutate,
    start: () => starting.mutate(),
    discard: () => discarding.mutate(),
    /** The name of the file that is on its way, and how much of it is over. */
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
