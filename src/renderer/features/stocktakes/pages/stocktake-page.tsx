import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { LateLoader } from '../../../components/late-loader';
import { RefusalNote } from '../../../components/refusal-note';
import { orpc } from '../../../lib/rpc';
import { StocktakeDesk } from '../stocktake-desk';

/** One stocktake: counted, looked through, or as it was posted. */
export function StocktakePage() {
  const { id } = useParams({ from: '/stockroom/stocktakes/$id' });
  const { data, error } = useQuery(orpc.stocktakes.get.queryOptions({ input: { id: Number(id) } }));
  if (error) return <RefusalNote error={error} />;
  return data ? <StocktakeDesk key={data.stocktake.id} {...data} /> : <LateLoader />;
}
