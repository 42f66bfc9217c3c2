import { Badge } from '@mantine/core';
import { IconBan, IconCircleCheck, IconEye, IconScan } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Stocktake, StocktakeState } from '#shared/contract/stocktakes';

const LOOKS = {
  counting: { color: 'blue', icon: IconScan },
  review: { color: 'yellow', icon: IconEye },
  posted: { color: 'green', icon: IconCircleCheck },
  cancelled: { color: 'gray', icon: IconBan },
} as const;

/** The state of a stocktake. */
export function StateBadge({ state }: { state: StocktakeState }) {
  const { t } = useTranslation('stocktakes');
  const { color, icon: Icon } = LOOKS[state];
  return (
    <Badge color={color} variant="light" radius="sm" tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(`states.${state}`)}
    </Badge>
  );
}

/** The scope of a stocktake: "Drinks at Shop", "Everything at Storeroom". */
export function scopeInWords(
  t: TFunction<'stocktakes'>,
  { categoryName, locationName }: Pick<Stocktake, 'categoryName' | 'locationName'>,
): string {
  return categoryName === null
    ? t('scope.all', { location: locationName })
    : t('scope.category', { category: categoryName, location: locationName });
}
