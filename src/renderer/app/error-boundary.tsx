import { Button, Center, Stack, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface State {
  failed: boolean;
}

/** The last net: a window that cannot be drawn says so, rather than being empty. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error): void {
    reportError(error);
  }

  override render(): ReactNode {
    return this.state.failed ? <WindowFailed /> : this.props.children;
  }
}

function WindowFailed() {
  const { t } = useTranslation(['refusals', 'common']);
  return (
    <Center h="100%" p="lg">
      <Stack maw="28rem" role="alert">
        <Title order={1} size="h4">
          {t('refusals:windowFailed')}
        </Title>
        <Button w="fit-content" onClick={() => window.location.reload()}>
          {t('common:retry')}
        </Button>
      </Stack>
    </Center>
  );
}
