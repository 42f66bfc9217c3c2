import { Group, Select, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { KeyButton } from '#renderer/ui/key-button';
import { catalogueKeys } from '../catalogue-keys';

export interface ListPage {
  offset: number;
  limit: number;
}

interface ListPagerProps {
  page: ListPage;
  onChange: (page: ListPage) => void;
  /** The number of rows on this page. */
  shown: number;
  total: number;
  totalIsExact: boolean;
}

const SIZES = [25, 50, 100, 200, 500];

/** The range of rows shown, the total, and the buttons to other pages. */
export function ListPager({ page, onChange, shown, total, totalIsExact }: ListPagerProps) {
  const { t } = useTranslation('catalogue');
  const format = useFormat();
  const { offset, limit } = page;
  const isLast = totalIsExact ? offset + shown >= total : shown < limit;
  return (
    <Group gap="xs" justify="flex-end">
      <Text size="sm" c="dimmed" role="status">
        {shown > 0 &&
          t('pager.range', {
            from: format.count(offset + 1),
            to: format.count(offset + shown),
            total: totalIsExact ? format.count(total) : t('pager.moreThan', { total: format.count(total) }),
          })}
      </Text>
      <Select
        size="sm"
        w="8.5rem"
        aria-label={t('pager.size')}
        data={SIZES.map((size) => ({
          value: String(size),
          label: t('pager.rows', { count: size }),
        }))}
        value={String(limit)}
        onChange={(value) => onChange({ offset: 0, limit: Number(value) })}
      />
      <KeyButton
        keys={catalogueKeys.earlierPage}
        variant="default"
        label={t('pager.earlier')}
        icon={<IconChevronLeft size={18} />}
        disabled={offset === 0}
        run={() => onChange({ limit, offset: Math.max(0, offset - limit) })}
      />
      <KeyButton
        keys={catalogueKeys.laterPage}
        variant="default"
        label={t('pager.later')}
        icon={<IconChevronRight size={18} />}
        disabled={isLast}
        run={() => onChange({ limit, offset: offset + limit })}
      />
    </Group>
  );
}
