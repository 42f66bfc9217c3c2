import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';
import type { Inputs } from '#shared/contract/index';
import type { Issue, IssueHead, IssueLineChange } from '#shared/contract/issues';

const ROWS_A_PAGE = 100;

/** The filter of the list of issues. */
export type IssueFilter = Omit<Inputs['issues']['list'], 'offset' | 'limit'>;

/** The filter of the list of outstanding goods. */
type OutFilter = Pick<Inputs['issues']['outstanding'], 'search' | 'productId'>;

/** The issues that match a filter, newest first, one page at a time. */
export function listIssuesOptions(filter: IssueFilter) {
  return orpc.issues.list.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** The outstanding goods by holder, one page at a time. */
export function outstandingOptions(filter: OutFilter) {
  return orpc.issues.outstanding.infiniteOptions({
    input: (offset: number) => ({ ...filter, offset, limit: ROWS_A_PAGE }),
    initialPageParam: 0,
    getNextPageParam: (page, pages) =>
      page.rows.length === ROWS_A_PAGE ? pages.length * ROWS_A_PAGE : undefined,
    placeholderData: keepPreviousData,
  });
}

/** Shows a draft's head returned by a call, at once. */
export function showHead(queries: QueryClient, head: IssueHead): void {
  update(queries, head.id, (issue) => ({ ...issue, ...head }));
}

/** Shows the lines after a change at once, so that the next change is based on what the person sees. */
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
