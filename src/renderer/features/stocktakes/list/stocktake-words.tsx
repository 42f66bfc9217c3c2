import { IconBan, IconCircleCheck, IconEye, IconScan } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { StateBadge, type StateLook } from '#renderer/ui/state-badge';
import type { Stocktake, StocktakeState } from '#shared/contract/stocktakes';

const LOOKS: Record<StocktakeState, StateLook> = {
  counting: { color: 'blue', icon: IconScan },
  review: { color: 'yellow', icon: IconEye },
  posted: { color: 'green', icon: IconCircleCheck },
  cancelled: { color: 'gray', icon: IconBan },
};

/** The state of a stocktake. */
export function StocktakeStateBadge({ state }: { state: StocktakeState }) {
  const { t } = useTranslation('stocktakes');
  return <StateBadge look={LOOKS[state]} word={t(`states.${state}`)} />;
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
