import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { orpc, rpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import { DocumentPage } from '#renderer/parts/documents/document-page';
import type { DocumentWords } from '#renderer/parts/documents/document-words';
import { useDocumentDesk } from '#renderer/parts/documents/use-document-desk';
import type { Issue } from '#shared/contract/issues';
import { issueSlip } from '#shared/documents/issue-slip';
import { IssueFields } from '../document/issue-fields';
import { useIssuedParts } from '../document/use-issued-parts';
import { useStartIssue } from '../use-start-issue';

const CALLS = {
  options: (id: number) => orpc.issues.get.queryOptions({ input: { id } }),
  rpc: rpc.issues,
};

/** An issue on its own page: a draft to fill by scanning, or the issued document. */
export function IssuePage() {
  const { id } = useParams({ from: '/stockroom/issues/$id' });
  return <OneIssue key={id} id={Number(id)} />;
}

function OneIssue({ id }: { id: number }) {
  const { t } = useTranslation('issues');
  const store = useStore();
  const desk = useDocumentDesk<Issue>(id, CALLS);
  return (
    <DocumentPage
      desk={desk}
      words={useIssueWords()}
      title={t('title')}
      list="/stockroom/issues"
      next={useStartIssue()}
      goTo={(_, locationId) => desk.changeNow((at) => rpc.issues.change({ ...at, locationId }))}
      head={(issue) => (
        <IssueFields
          issue={issue}
          onChange={(change) => desk.change((at) => rpc.issues.change({ ...at, ...change }))}
        />
      )}
      paper={(issue) => issueSlip(issue, store)}
      closed={useIssuedParts()}
    />
  );
}

function useIssueWords(): DocumentWords<Issue> {
  const { t } = useTranslation('issues');
  return {
    title: ({ state, number }) =>
      state === 'posted' ? t('document.posted', { number: number ?? '' }) : t(`document.${state}`),
    leaves: ({ location }) => location.name,
    facts: ({ location, holder }) => [
      { name: t('holder'), value: holder?.name ?? t('nobodyYet') },
      { name: t('from'), value: location.name },
    ],
    posted: t('posted'),
    postedBy: t('postedBy'),
    outcome: ({ number, holder, location, lines }) =>
      t('outcome', {
        number: number ?? '',
        holder: holder?.name ?? '',
        from: location.name,
        count: lines.length,
      }),
    emptyTitle: t('emptyTitle'),
    post: t('post'),
    next: t('start'),
    back: t('back'),
  };
}
