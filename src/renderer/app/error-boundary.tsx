import { Button, Center, Stack, Title } from '@mantine/core';
import { Component, type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ConnectionLostError, useConnection } from '#renderer/lib/connection';

interface State {
  error: Error | null;
}

/** The last resort: a window that cannot be rendered says so instead of being empty. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    reportError(error);
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <WindowFailed error={error} /> : this.props.children;
  }
}

/** If the store is unreachable, reloads when it responds again; after any other error, asks the person to reload. */
function WindowFailed({ error }: { error: Error }) {
  const { t } = useTranslation(['refusals', 'common']);
  const connection = useConnection();
  const alone = error instanceof ConnectionLostError;
  useEffect(() => {
    if (alone && connection === 'open') window.location.reload();
  }, [alone, connection]);
  return (
    <Center h="100%" p="lg">
      <Stack maw="28rem" role="alert">
        <Title order={1} size="h4">
          {alone ? t('refusals:connectionLost') : t('refusals:windowFailed')}
        </Title>
        <Button w="fit-content" onClick={() => window.location.reload()}>
          {t('common:retry')}
        </Button>
      </Stack>
    </Center>
  );
}
