import { InfiniteQueryObserver, type Query } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createQueryClient, loadStartedAt } from '#renderer/lib/query-client';

test('loading one more page of a list does not count as loading the list', async () => {
  const client = createQueryClient();
  const observer = new InfiniteQueryObserver(client, {
    queryKey: ['list'],
    queryFn: ({ pageParam }) => pageParam,
    initialPageParam: 0,
    getNextPageParam: (last: number) => last + 1,
  });
  const stop = observer.subscribe(() => {});
  await observer.refetch();
  const query = client.getQueryCache().find({ queryKey: ['list'] }) as Query;
  const first = loadStartedAt(query);
  expect(first).toBeGreaterThan(0);

  await observer.fetchNextPage();
  expect(loadStartedAt(query)).toBe(first);
  await observer.refetch();
  expect(loadStartedAt(query)).toBeGreaterThan(first);
  expect(observer.getCurrentResult().data?.pages).toEqual([0, 1]);
  stop();
});
