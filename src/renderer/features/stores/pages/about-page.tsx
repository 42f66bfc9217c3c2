import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/lib/store-status';
import { LateLoader } from '#renderer/ui/late-loader';
import { Page } from '#renderer/ui/page';
import classes from './about-page.module.css';

/** The version of Tillroom, and the third-party notices, which are part of the build. */
export function AboutPage() {
  const { t } = useTranslation('shell');
  const { version } = useStore();
  const { data: notices, isError } = useQuery({
    queryKey: ['third-party notices'],
    queryFn: readNotices,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Page title={t('about.title')}>
      <Stack>
        <Text>{t('about.version', { version })}</Text>
        <Title order={2} size="h5">
          {t('about.notices')}
        </Title>
        <Text c="dimmed">{t('about.noticesHint')}</Text>
        {isError && <Text>{t('about.noticesMissing')}</Text>}
        {notices === undefined && !isError && <LateLoader />}
        {notices !== undefined && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable area must be reachable with the keyboard
          <section aria-label={t('about.notices')} tabIndex={0} className={classes.notices}>
            {notices}
          </section>
        )}
      </Stack>
    </Page>
  );
}

async function readNotices(): Promise<string> {
  const answer = await fetch('/third-party-notices.txt');
  if (!answer.ok) throw new Error(`The notices could not be read: ${answer.status}`);
  return answer.text();
}
