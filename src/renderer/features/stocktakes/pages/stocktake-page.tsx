import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { BackButton } from '#renderer/ui/back-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { StocktakeDesk } from '../stocktake-desk';

/** One stocktake: counting, review, or the posted result. */
export function StocktakePage() {
  const { t } = useTranslation('stocktakes');
  const { id } = useParams({ from: '/stockroom/stocktakes/$id' });
  const { data, error } = useQuery(orpc.stocktakes.get.queryOptions({ input: { id: Number(id) } }));
  if (data && !error) return <StocktakeDesk key={data.stocktake.id} {...data} />;
  return (
    <Page title={t('list.title')} back={<BackButton to="/stockroom/stocktakes" label={t('back')} />}>
      <RefusalNote error={error} />
      {!error && <LateLoader />}
    </Page>
  );
}
