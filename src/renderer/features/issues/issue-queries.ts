import { keepPreviousData, type QueryClient } from '@tanstack/react-query';
import { hasMissedChange } from '#renderer/lib/missed-change';
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
  show(queries, head, (issue) => ({ ...issue, ...head }));
}

/** Shows the lines after a change at once, so that the next change is based on what the person sees. */
export function showLines(queries: QueryClient, { head, productId, lines }: IssueLineChange): void {
  show(queries, head, (issue) => {
    const place = issue.lines.findIndex((line) => line.productId === productId);
    const others = issue.lines.filter((line) => line.productId !== productId);
    const at = place === -1 ? others.length : place;
    return { ...issue, ...head, lines: [...others.slice(0, at), ...lines, ...others.slice(at)] };
  });
}

/** Applies an answer to the issue on the screen, unless it is older than what is shown. */
function show(queries: QueryClient, head: IssueHead, change: (issue: Issue) => Issue): void {
  const queryKey = orpc.issues.get.queryKey({ input: { id: head.id } });
  const before = queries.getQueryData(queryKey);
  if (!before || head.version < before.version) return;
  queries.setQueryData(queryKey, change(before));
  if (hasMissedChange(before, head)) void queries.invalidateQueries({ queryKey });
}
