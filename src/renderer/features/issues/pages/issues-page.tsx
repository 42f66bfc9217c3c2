import { IconFileText, IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { rpc } from '#renderer/lib/rpc';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { IssueList } from '../list/issue-list';
import { OutList } from '../out/out-list';

/** Issues: the documents, or the outstanding goods by holder. */
export function IssuesPage() {
  const { t } = useTranslation('issues');
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const { view, product, find = '' } = useSearch({ from: '/stockroom/issues' });
  const showsOut = view === 'out';
  const starting = useMutation({
    mutationFn: async () => rpc.issues.start({ locationId: await usualLocationId() }),
    onSuccess: ({ id }) => navigate({ to: '/stockroom/issues/$id', params: { id: String(id) } }),
  });
  const actions = (
    <>
      <KeyButton
        keys={documentKeys.other}
        variant="default"
        label={t(showsOut ? 'toDocuments' : 'toOut')}
        icon={showsOut ? <IconFileText size={20} /> : <IconUserCheck size={20} />}
        run={() => navigate({ to: '/stockroom/issues', search: showsOut ? {} : { view: 'out' } })}
      />
      {mayMove && (
        <KeyButton
          keys={documentKeys.start}
          label={t('start')}
          icon={<IconPlus size={20} />}
          loading={starting.isPending}
          run={() => starting.mutate()}
        />
      )}
    </>
  );
  const trouble = <RefusalNote error={starting.error} onDismiss={starting.reset} />;
  if (showsOut) {
    return <OutList key={product ?? 0} productId={product} find={find} actions={actions} lead={trouble} />;
  }
  return (
    <Page title={t('title')} actions={actions}>
      {trouble}
      <IssueList />
    </Page>
  );
}

/** The default location of a new issue: the selling location, which every store has. */
async function usualLocationId(): Promise<number> {
  const places = await rpc.stock.listLocations();
  const usual = places.find(({ isSellingLocation }) => isSellingLocation);
  if (!usual) throw new Error('The store has no place the till sells from');
  return usual.id;
}
