import { IconPackages, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMay } from '#renderer/lib/session';
import { EmptyState } from '#renderer/ui/empty-state';
import { ButtonLink } from '#renderer/ui/links';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Find } from './use-find';

/** Explains why there are no tiles and what to do: no match, an empty category, or no products yet. */
export function NothingFound({ find }: { find: Find }) {
  const { t } = useTranslation('sales');
  if (find.error) return <RefusalNote error={find.error} />;
  if (find.isPending) return null;
  if (find.words !== '') {
    return (
      <EmptyState
        title={t('till.find.nothingTitle', { words: find.words })}
        hint={t('till.find.nothingHint')}
        icon={<IconSearchOff size={36} />}
      />
    );
  }
  if (find.categoryId !== null) {
    return (
      <EmptyState
        title={t('till.find.noneInCategoryTitle')}
        hint={t('till.find.noneInCategoryHint')}
        icon={<IconPackages size={36} />}
      />
    );
  }
  return <EmptyCatalogue />;
}

function EmptyCatalogue() {
  const { t } = useTranslation('sales');
  const mayAdd = useMay()('editCatalogue') === 'yes';
  return (
    <EmptyState
      title={t('till.find.emptyTitle')}
      hint={t(mayAdd ? 'till.find.emptyHintMay' : 'till.find.emptyHint')}
      icon={<IconPackages size={36} />}
      action={
        mayAdd && (
          <ButtonLink to="/office/products" search={{ code: '' }}>
            {t('till.find.addProduct')}
          </ButtonLink>
        )
      }
    />
  );
}
