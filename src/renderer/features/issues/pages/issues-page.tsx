import { IconFileText, IconPlus, IconUserCheck } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useMay } from '#renderer/lib/session';
import { KeyButton } from '#renderer/ui/key-button';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { IssueList } from '../list/issue-list';
import { OutList } from '../out/out-list';
import { useStartIssue } from '../use-start-issue';

/** Issues: the documents, or the outstanding goods by holder. */
export function IssuesPage() {
  const { t } = useTranslation('issues');
  const navigate = useNavigate();
  const mayMove = useMay()('moveStock') === 'yes';
  const { view, product, find = '' } = useSearch({ from: '/stockroom/issues' });
  const showsOut = view === 'out';
  const { start, isStarting, error, dismiss } = useStartIssue();
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
          loading={isStarting}
          run={start}
        />
      )}
    </>
  );
  const trouble = <RefusalNote error={error} onDismiss={dismiss} />;
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
