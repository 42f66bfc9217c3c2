import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';
import type { Issue, IssueHead, IssueLineChange } from '#shared/contract/issues';

const ROWS_A_PAGE = 100;

/** Which issues the list shows. */
export type IssueFilter = Omit<Inputs['issues']['list'], 'offset' | 'limit'>;

/** What of all that is out is shown. */
type OutFilter = Pick<Inputs['issues']['outstanding'], 'search' | 'productId'>;

/** The issues that a filter lets through, newest first, a page at a time. */
export function listIssuesOptions(filter: IssueFilter) {
  return orpc.issues.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** What is out, by holder, a page at a time. */
export function outstandingOptions(filter: OutFilter) {
  return orpc.issues.outstanding.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Shows a draft's head as a call answered it, at once. */
export function showHead(queries: QueryClient, head: IssueHead): void {
  update(queries, head.id, (issue) => ({ ...issue, ...head }));
}

/** Shows what a change of a line left, at once: the next change is made to what one sees. */
export function showLines(queries: QueryClient, { head, productId, lines }: IssueLineChange): void {
  update(queries, head.id, (issue) => {
    const place = issue.lines.findIndex((line) => line.productId === productId);
    const others = issue.lines.filter((line) => line.productId !== productId);
    const at = place === -1 ? others.length : place;
    return { ...issue, ...head, lines: [...others.slice(0, at), ...lines, ...others.slice(at)] };
  });
}

function update(queries: QueryClient, id: number, change: (issue: Issue) => Issue): void {
  queries.setQueryData(orpc.issues.get.queryKey({ input: { id } }), (known) => known && change(known));
}
