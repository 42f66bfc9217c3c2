import { Button, Group, Stack, Title } from '@mantine/core';
import { IconArrowLeft, IconForms } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyLayer } from '#renderer/lib/keys';
import { refusalOf } from '#renderer/lib/refusal';
import { KeyButton } from '#renderer/ui/key-button';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Person } from '#shared/contract/common';
import { LoginForm } from './login-form';
import { PersonHead } from './person-head';
import { PersonTiles } from './person-tiles';
import { PinForm } from './pin-form';
import classes from './sign-in-methods.module.css';

/** A tile's account with its PIN, or login name and password. */
export type SignInInput = { accountId: number; pin: string } | { login: string; password: string };

interface SignInMethodsProps {
  /** The people with a tile; if empty, name and password are asked for at once. */
  people: readonly Person[];
  title: string;
  /** Shown above the tiles, and above name and password, while there is no error. */
  note?: ReactNode;
  busy: boolean;
  /** The error of the last attempt, or null. */
  error: unknown;
  onForget: () => void;
  onEnter: (input: SignInInput) => void;
  /** Leaves the sign-in; undefined where that is not possible. */
  onLeave?: () => void;
  /** Further ways to sign in, below the tiles and below name and password. */
  children?: ReactNode;
  titleId?: string;
  layer: KeyLayer;
}

/** Signs in with a tile and its PIN, or with name and password. */
export function SignInMethods(props: SignInMethodsProps) {
  const { people, busy, error, onForget, onEnter, onLeave, titleId, layer } = props;
  const { t } = useTranslation(['common', 'people-access']);
  const [chosen, setChosen] = useState<Person | null>(null);
  const [before, setBefore] = useState<Person | null>(null);
  const [byLogin, setByLogin] = useState(false);
  const hasTiles = people.length > 0;
  // This person has not entered their password here for too long, so the store requires it.
  if (chosen && refusalOf(error)?.code === 'PASSWORD_FIRST') toLogin();

  function toLogin(): void {
    setChosen(null);
    setByLogin(true);
  }
  const toTiles = (): void => {
    onForget();
    setBefore(chosen);
    setChosen(null);
    setByLogin(false);
  };

  const loginButton = (
    <Button
      variant="default"
      size="md"
      mih={44}
      h="auto"
      px="sm"
      py={8}
      // A text in several words wraps, because it must never be cut.
      styles={{ label: { height: 'auto', overflow: 'visible', whiteSpace: 'normal' } }}
      leftSection={<IconForms size={20} aria-hidden />}
      onClick={() => {
        onForget();
        toLogin();
      }}
    >
      {t('people-access:signIn.byLogin')}
    </Button>
  );
  if (chosen) {
    return (
      <Stack gap="sm" className={classes.narrow}>
        <PersonHead person={chosen} order={1} id={titleId} onBack={toTiles} layer={layer} />
        <PinForm
          hint={t('people-access:signIn.pinHint')}
          action={t('people-access:signIn.action')}
          busy={busy}
          error={error}
          onType={onForget}
          onEnter={(pin) => onEnter({ accountId: chosen.id, pin })}
        />
        {loginButton}
      </Stack>
    );
  }
  const isLogin = byLogin || !hasTiles;
  const back = isLogin && hasTiles ? toTiles : onLeave;
  return (
    <Stack className={isLogin ? classes.narrow : undefined}>
      <Group justify="space-between" wrap="nowrap">
        <Title order={1} size="h3" id={titleId}>
          {props.title}
        </Title>
        {back && (
          <KeyButton
            keys="Escape"
            label={t('common:back')}
            icon={<IconArrowLeft size={18} aria-hidden />}
            variant="default"
            h={44}
            px="sm"
            py={8}
            flex="none"
            run={back}
            layer={layer}
          />
        )}
      </Group>
      {error === null ? props.note : <RefusalNote error={error} />}
      {isLogin ? (
        <LoginForm busy={busy} onEnter={onEnter} />
      ) : (
        <>
          <PersonTiles
            people={people}
            label={t('people-access:signIn.people')}
            focusOn={before?.id}
            onChoose={setChosen}
          />
          {loginButton}
        </>
      )}
      {props.children}
    </Stack>
  );
}
