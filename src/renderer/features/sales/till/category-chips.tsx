import { Chip, Group, Scroller } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { chipsFor } from './category-choice';
import { useTill } from './till-context';

interface CategoryChipsProps {
  chosen: number | null;
  onChoose: (id: number | null) => void;
}

const ALL = 'all';

/** The categories as chips: the top level, or the path to the chosen category and its children. */
export function CategoryChips({ chosen, onChoose }: CategoryChipsProps) {
  const { t } = useTranslation('sales');
  const till = useTill();
  const { data: categories = [] } = useQuery(orpc.catalogue.listCategories.queryOptions());
  const chips = chipsFor(categories, chosen);
  if (chips.length === 0) return null;
  return (
    <Scroller edgeGradientColor="var(--tillroom-surface)">
      <Chip.Group
        value={String(chosen ?? ALL)}
        onChange={(value) => {
          onChoose(value === ALL ? null : Number(value));
          till.findBox.current?.focus();
        }}
      >
        <Group gap={6} wrap="nowrap" role="radiogroup" aria-label={t('till.find.categories')}>
          <Chip value={ALL} size="md" radius="sm" variant="outline">
            {t('till.find.all')}
          </Chip>
          {chips.map((category) => (
            <Chip key={category.id} value={String(category.id)} size="md" radius="sm" variant="outline">
              {category.name}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </Scroller>
  );
}
