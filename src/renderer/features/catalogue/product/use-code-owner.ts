import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { orpc } from '#renderer/lib/rpc';

const TYPING_MS = 300;

/** The name of the other product or the location that already has a code; null while there is none or nothing to ask. */
export function useCodeOwner(code: string | null, ownId: number | null): string | null {
  const [settled] = useDebouncedValue(code, TYPING_MS);
  const isAsked = code !== null && code !== '' && code === settled;
  const { data, isError } = useQuery({
    ...orpc.scanning.resolve.queryOptions({ input: isAsked ? { code } : skipToken }),
    retry: false,
    gcTime: 0,
  });
  if (!(isAsked && data) || isError) return null;
  if (data.kind === 'location') return data.location.name;
  return data.kind === 'product' && data.product.id !== ownId ? data.product.name : null;
}
