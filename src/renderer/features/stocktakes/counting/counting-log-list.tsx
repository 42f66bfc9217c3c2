import { ActionIcon, Button, Text, Title } from '@mantine/core';
import {
  IconAlertCircle,
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconX,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import classes from './counting.module.css';
import type { NumberedCounting } from './counting-log';
import type { Counting } from './use-counting';

/** The log of counts on this screen, newest first, including failed ones. */
export function CountingLogList({ counting }: { counting: Counting }) {
  const { t } = useTranslation('stocktakes');
  return (
    <section className={classes.log} aria-label={t('log.title')}>
      <Title order={2} size="h5">
        {t('log.title')}
      </Title>
      {counting.log.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('log.empty')}
        </Text>
      ) : (
        <ol className={classes.entries}>
          {counting.log.map((entry) => (
            <li key={entry.number}>
              {entry.kind === 'failed' ? (
                <Failure entry={entry} counting={counting} />
              ) : (
                <Entry entry={entry} />
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ entry }: { entry: Exclude<NumberedCounting, { kind: 'failed' }> }) {
  const { t } = useTranslation('stocktakes');
  const format = useFormat();
  if (entry.kind === 'left') {
    return (
      <div className={classes.entry} data-kind="left">
        <IconAlertTriangle size={18} aria-hidden />
        <div className={classes.words}>
          <Text fw={600}>{entry.name}</Text>
          <Text size="sm">{t('log.left')}</Text>
        </div>
      </div>
    );
  }
  const { productName, countedMilli, unit } = entry.answer;
  const counted = countedMilli === null ? t('counting.none') : format.quantity(countedMilli, unit);
  return (
    <div className={classes.entry} data-kind={entry.kind}>
      {entry.kind === 'undone' ? (
        <IconArrowBackUp size={18} aria-hidden />
      ) : (
        <IconCircleCheck size={18} color="var(--mantine-color-green-text)" aria-hidden />
      )}
      <div className={classes.words}>
        <Text fw={600}>{productName}</Text>
        <Text size="sm">{t(`log.${entry.kind}`, { counted })}</Text>
      </div>
    </div>
  );
}

interface FailureProps {
  entry: Extract<NumberedCounting, { kind: 'failed' }>;
  counting: Counting;
}

/** A failed count; a product of another category can be counted anyway. */
function Failure({ entry, counting }: FailureProps) {
  const { t } = useTranslation(['stocktakes', 'common']);
  const sentence = useRefusalSentence();
  const refusal = refusalOf(entry.error);
  return (
    <div className={classes.entry} data-kind="failed" role="alert">
      <IconAlertCircle size={18} aria-hidden />
      <div className={classes.words}>
        {entry.code !== '' && <Text fw={600}>{entry.code}</Text>}
        <Text size="sm">{sentence(entry.error)}</Text>
        {refusal?.code === 'NOT_IN_STOCKTAKE' && (
          <Button
            variant="default"
            size="sm"
            mt={6}
            onClick={() => {
              const { productId, productName } = refusal.data;
              counting.dismiss(entry.number);
              void counting.count({ ...(entry.request ?? { productId }), beyondCategory: true }, productName);
            }}
          >
            {t('stocktakes:log.countToo')}
          </Button>
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        aria-label={t('common:dismiss')}
        onClick={() => counting.dismiss(entry.number)}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
