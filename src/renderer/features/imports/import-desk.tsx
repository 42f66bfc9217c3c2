import { Group, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile, ImportChoices } from '#shared/contract/imports';
import type { ChosenFile } from './choose/use-chosen-file';
import { ChoiceFields } from './columns/choice-fields';
import { ColumnFields } from './columns/column-fields';
import { FormatFields } from './columns/format-fields';
import classes from './import-desk.module.css';
import { PreviewSection } from './preview/preview-section';

interface ImportDeskProps {
  file: ExaminedFile;
  choices: ImportChoices;
  chosen: ChosenFile;
}

/** A file with its import choices on the left, and the preview on the right. */
export function ImportDesk({ file, choices, chosen }: ImportDeskProps) {
  const { t } = useTranslation('imports');
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <IconFileText size={20} aria-hidden />
        <Text fw={600} truncate>
          {file.fileName}
        </Text>
        <Text c="dimmed" style={{ whiteSpace: 'nowrap' }}>
          {t('file.rows', { count: file.rows })}
        </Text>
      </Group>
      <div className={classes.desk}>
        <div className={classes.side}>
          <ColumnFields
            file={file}
            fields={choices.fields}
            onChange={(fields) => chosen.change({ fields })}
          />
          <ChoiceFields choices={choices} onChange={chosen.change} />
          <FormatFields choices={choices} onChange={chosen.change} onReadAgain={chosen.readAgain} />
        </div>
        <PreviewSection fileId={file.fileId} choices={choices} />
      </div>
    </>
  );
}
