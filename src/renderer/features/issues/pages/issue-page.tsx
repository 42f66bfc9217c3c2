import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { BackButton } from '#renderer/ui/back-button';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { DraftDocument } from '../document/draft-document';
import { IssuedDocument } from '../document/issued-document';

/** An issue on its own page: a draft to fill, or the issued document. */
export function IssuePage() {
  const { t } = useTranslation('issues');
  const { id } = useParams({ from: '/stockroom/issues/$id' });
  const mayMove = useMay()('moveStock') === 'yes';
  const { data: issue, error } = useQuery(orpc.issues.get.queryOptions({ input: { id: Number(id) } }));
  if (issue?.state === 'draft' && mayMove) return <DraftDocument key={issue.id} issue={issue} />;
  if (issue) return <IssuedDocument key={issue.id} issue={issue} />;
  return (
    <Page title={t('title')} back={<BackButton to="/stockroom/issues" label={t('back')} />}>
      <RefusalNote error={error} />
      {!error && <LateLoader />}
    </Page>
  );
}
