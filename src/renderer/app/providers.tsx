import { MantineProvider } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { createQueryClient } from '#renderer/lib/query-client';
import { ApprovalProvider } from '#renderer/parts/approval-provider';
import classes from './providers.module.css';
import { colorVariables, theme } from './theme';

/** Provides what pages depend on: theme, query cache, dialogs and approvals. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
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
