import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../../../components/back-button';
import { LateLoader } from '../../../components/late-loader';
import { Page } from '../../../components/page';
import { RefusalNote } from '../../../components/refusal-note';
import { orpc } from '../../../lib/rpc';
import { StocktakeDesk } from '../stocktake-desk';

/** One stocktake: counted, looked through, or as it was posted. */
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
