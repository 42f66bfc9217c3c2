import { Loader, Stack, Text, ThemeIcon, Title, UnstyledButton } from '@mantine/core';
import { IconBuildingStore, IconCoffee, type TablerIcon } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#renderer/lib/rpc';
import { useStore } from '#renderer/lib/store-status';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SetupCodeField, useSetupCode } from './setup-code-field';
import classes from './welcome.module.css';

interface WelcomeProps {
  /** Whether the demo store is being created. */
  busy: boolean;
  error: unknown;
  onOwn: () => void;
  onDemo: () => void;
}

/** The first choice: create a store, or try the demo store. */
export function Welcome({ busy, error, onOwn, onDemo }: WelcomeProps) {
  const { t } = useTranslation('stores-first-run');
  const { entry } = useStore();
  const code = useSetupCode();
  const [asksForCode] = useState(entry === 'browser' && code === '');
  const [missing, setMissing] = useState(false);
  // A wrong code is refused here, not only after the whole form was filled in.
  const checking = useMutation(orpc.stores.checkSetupCode.mutationOptions({ onSuccess: onOwn }));
  const refused = checking.error ?? error;
  const withCode = (then: () => void) => (): void => {
    if (entry === 'browser' && code.trim() === '') setMissing(true);
    else then();
  };
  const makeOwn = withCode(() => checking.mutate(undefined));
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('welcome.title')}
      </Title>
      <Text c="dimmed">{t('welcome.hint')}</Text>
      <RefusalNote error={refused} />
      <form
        style={{ display: 'contents' }}
        onSubmit={(event) => {
          event.preventDefault();
          makeOwn();
        }}
      >
        <SetupCodeField autoFocus error={refused} missing={missing} />
      </form>
      <Choice
        autoFocus={!asksForCode}
        icon={IconBuildingStore}
        title={t('welcome.own')}
        hint={t('welcome.ownHint')}
        disabled={busy}
        onClick={makeOwn}
      />
      <Choice
        icon={IconCoffee}
        title={t('welcome.demo')}
        hint={busy ? t('welcome.demoBusy') : t('welcome.demoHint')}
        busy={busy}
        disabled={busy}
        onClick={withCode(onDemo)}
      />
    </Stack>
  );
}

interface ChoiceProps {
  icon: TablerIcon;
  title: string;
  hint: string;
  busy?: boolean;
  disabled: boolean;
  autoFocus?: boolean;
  onClick: () => void;
}

function Choice({ icon: Icon, title, hint, busy, disabled, autoFocus = false, onClick }: ChoiceProps) {
  return (
    <UnstyledButton className={classes.choice} disabled={disabled} autoFocus={autoFocus} onClick={onClick}>
      <ThemeIcon size={52} radius="md" variant="light" aria-hidden>
        {busy ? <Loader size={24} /> : <Icon size={28} />}
      </ThemeIcon>
      <span>
        <Text component="span" display="block" fw={650}>
          {title}
        </Text>
        <Text component="span" display="block" c="dimmed" fz="sm" aria-live="polite">
          {hint}
        </Text>
      </span>
    </UnstyledButton>
  );
}
