import { Badge } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';

/** The number of open tasks of the signed-in person, as a badge on the link to the tasks; hidden if there are none. */
export function OpenTasks() {
  const { t } = useTranslation('tasks');
  const { data } = useQuery(orpc.tasks.count.queryOptions());
  if (!data?.open) return null;
  return (
    <Badge
      size="sm"
      ml="auto"
      flex="none"
      aria-hidden
      variant={data.unseen > 0 ? 'filled' : 'light'}
      title={t('waiting', { count: data.open })}
    >
      {data.open}
    </Badge>
  );
}
