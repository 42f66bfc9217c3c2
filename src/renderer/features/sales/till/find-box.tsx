import { Badge, TextInput } from '@mantine/core';
import { IconBarcode } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { TILES_ID, tileId } from './product-tiles';
import { useTill } from './till-context';
import type { Find } from './use-find';

interface FindBoxProps {
  find: Find;
  /** The number of tiles in a row, and whether there are any. */
  columns: number;
  hasTiles: boolean;
}

/**
 * The search box of the till. While it is empty, arrows act on the ticket; once it has text, they
 * act on the tiles and on the text.
 */
export function FindBox({ find, columns, hasTiles }: FindBoxProps) {
  const till = useTill();
  const { t } = useTranslation('sales');
  const format = useFormat();

  const pressOnTicket = (key: string): boolean => {
    if (till.findText !== '') return false;
    if (key === 'ArrowUp' || key === 'ArrowDown') till.moveSelection(key === 'ArrowUp' ? -1 : 1);
    else return false;
    return true;
  };
  const movesTiles = (key: string): boolean => {
    if (!find.inTiles) return false;
    const sideways = key === 'ArrowLeft' || key === 'ArrowRight' || key === 'Home' || key === 'End';
    return !(sideways && find.active === 0 && till.findText !== '') && find.move(key, columns);
  };
  const run = (event: KeyboardEvent): boolean => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    if (event.key === 'Enter') {
      void find.enter();
      return true;
    }
    if (event.key === 'Escape' && till.findText !== '') {
      find.setText('');
      return true;
    }
    return movesTiles(event.key) || pressOnTicket(event.key);
  };

  return (
    <TextInput
      ref={till.findBox}
      autoFocus
      data-keys-when-empty
      size="lg"
      role="combobox"
      aria-expanded={hasTiles}
      aria-controls={hasTiles ? TILES_ID : undefined}
      aria-autocomplete="list"
      aria-activedescendant={hasTiles && find.inTiles ? tileId(find.active) : undefined}
      aria-label={t('till.find.label')}
      placeholder={t('till.find.placeholder')}
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      leftSection={<IconBarcode size={26} aria-hidden />}
      rightSectionWidth="auto"
      rightSection={
        find.quantityMilli !== null && (
          <Badge size="xl" radius="sm" mx="xs" tt="none">
            {t('till.find.quantityHint', { quantity: format.number(find.quantityMilli) })}
          </Badge>
        )
      }
      value={till.findText}
      onChange={(event) => find.setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (run(event)) event.preventDefault();
      }}
    />
  );
}
