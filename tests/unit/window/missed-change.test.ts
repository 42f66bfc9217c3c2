import { expect, test } from 'vitest';
import { showLines } from '#renderer/features/issues/issue-queries';
import { createQueryClient } from '#renderer/lib/query-client';
import { orpc } from '#renderer/lib/rpc';
import type { Issue, IssueHead } from '#shared/contract/issues';

const key = orpc.issues.get.queryKey({ input: { id: 7 } });

/** A draft as shown in a version, after an answer in another; only the fields that matter here. */
function shownAfter(answerVersion: number) {
  const queries = createQueryClient();
  const head = (version: number) => ({ id: 7, version }) as IssueHead;
  queries.setQueryData(key, { ...head(5), lines: [] } as unknown as Issue);
  showLines(queries, { head: head(answerVersion), productId: 1, lines: [], lineId: null });
  return { version: queries.getQueryData(key)?.version, reloads: queries.getQueryState(key)?.isInvalidated };
}

test('an answer that follows what is shown is all there is to know', () => {
  expect(shownAfter(6)).toEqual({ version: 6, reloads: false });
});

test('a draft is loaded again if another window changed it in between', () => {
  expect(shownAfter(7)).toEqual({ version: 7, reloads: true });
});

test('an answer older than what is shown is ignored', () => {
  expect(shownAfter(4)).toEqual({ version: 5, reloads: false });
});
