import { Button } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/ui/empty-state';
import { Page } from '#renderer/ui/page';
import { RefusalNote } from '#renderer/ui/refusal-note';

/** Shown at an address without a page. */
export function PageMissing() {
  const { t } = useTranslation('shell');
  return <EmptyState icon={<IconMapQuestion size={32} />} title={t('notFound')} hint={t('notFoundHint')} />;
}

/** Shown in place of a page that failed: the reason, and a button to try again. */
export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation(['shell', 'common']);
  const router = useRouter();
  return (
    <Page title={t('shell:failed')}>
      <RefusalNote error={error} />
      <Button
        w="fit-content"
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t('common:retry')}
      </Button>
    </Page>
  );
}
