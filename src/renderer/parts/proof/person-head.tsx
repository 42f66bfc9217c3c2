import { Group, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { KeyLayer } from '#renderer/lib/keys';
import { KeyButton } from '#renderer/ui/key-button';
import type { Person } from '#shared/contract/common';
import { PersonMark } from './person-mark';

interface PersonHeadProps {
  person: Person;
  /** The level of the heading in its page or dialog. */
  order: 1 | 3;
  id?: string;
  /** Goes back to the choice of person; undefined if no other person can be chosen. */
  onBack?: (() => void) | undefined;
  layer: KeyLayer;
}

/** The person whose PIN or password is asked for, and a back button to the others; Escape does the same. */
export function PersonHead({ person, order, id, onBack, layer }: PersonHeadProps) {
  const { t } = useTranslation();
  return (
    <Group wrap="nowrap" gap="sm">
      <PersonMark person={person} size="3rem" />
      <Title order={order} size="h3" id={id} lineClamp={2} style={{ flex: 1 }}>
        {person.name}
      </Title>
      {onBack && (
        <KeyButton
          keys="Escape"
          label={t('back')}
          icon={<IconArrowLeft size={18} aria-hidden />}
          variant="default"
          h={44}
          px="sm"
          flex="none"
          run={onBack}
          layer={layer}
        />
      )}
    </Group>
  );
}
