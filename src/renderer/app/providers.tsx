import { MantineProvider, mergeThemeOverrides, PasswordInput } from '@mantine/core';
import { ModalsProvider } from '@mantine/modals';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startKeys } from '#renderer/lib/keys';
import { createQueryClient } from '#renderer/lib/query-client';
import { ApprovalProvider } from '#renderer/parts/approval-provider';
import classes from './providers.module.css';
import { colorVariables, theme as looks } from './theme';

/** Provides what pages depend on: theme, query cache, keys, dialogs and approvals. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(createQueryClient);
  useEffect(() => startKeys(), []);
  const theme = useThemeInWords();
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

/** The theme, with texts for the labels that the library has only in English. */
function useThemeInWords() {
  const { t } = useTranslation();
  return useMemo(
    () =>
      mergeThemeOverrides(looks, {
        components: {
          PasswordInput: PasswordInput.extend({
            defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('proof.showPassword') } },
          }),
        },
      }),
    [t],
  );
}
