import { Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconPrinter } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './recovery-code.module.css';
import { useCompleteSubmit } from './use-complete-submit';
import { useLostFocus } from './use-lost-focus';

/** Shows a recovery code once, to be printed or copied; the person must confirm this before continuing. */
export function RecoveryCode({ code, onKept }: { code: string; onKept: () => void }) {
  const { t } = useTranslation('people-access');
  const [kept, setKept] = useState(false);
  const [saysMissing, submit] = useCompleteSubmit(kept);
  const box = useRef<HTMLInputElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  // The form before it took its focus away, so the code gets the focus and is read first.
  useLostFocus(sheet);
  return (
    <Stack>
      <div ref={sheet} tabIndex={-1} className={classes.sheet}>
        <Text mb="sm">{t('recoveryCode.hint')}</Text>
        <div className={classes.code}>{code}</div>
      </div>
      <Group>
        <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={() => window.print()}>
          {t('recoveryCode.print')}
        </Button>
        <CopyButton value={code}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              leftSection={copied ? <IconCheck size={18} /> : <IconCopy size={18} />}
              onClick={copy}
            >
              {copied ? t('recoveryCode.copied') : t('recoveryCode.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Checkbox
        ref={box}
        error={saysMissing && !kept && t('recoveryCode.keptMissing')}
        label={t('recoveryCode.kept')}
        checked={kept}
        onChange={(event) => setKept(event.currentTarget.checked)}
      />
      <Button
        size="md"
        onClick={() => {
          submit(onKept);
          if (!kept) box.current?.focus();
        }}
      >
        {t('recoveryCode.go')}
      </Button>
    </Stack>
  );
}
