import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { startKeys } from '#renderer/lib/keys';
import { createQueryClient } from '#renderer/lib/query-client';
import { ApprovalProvider } from '#renderer/parts/approval-provider';
import classes from './providers.module.css';
import { colorVariables, theme } from './theme';

/** Provides what pages depend on: theme, query cache, keys, dialogs and approvals. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => startKeys(), []);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={colorVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="top-left" className={classes.notices ?? ''} />
        <ModalsProvider>
          <ApprovalProvider>{children}</ApprovalProvider>
        </ModalsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
