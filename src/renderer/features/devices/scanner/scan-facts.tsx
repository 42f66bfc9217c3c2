import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { orpc } from '#renderer/lib/rpc';
import { type Scan, scannedCodeOf } from '#renderer/lib/scan/scan-dispatcher';
import { useMay } from '#renderer/lib/session';
import { TextLink } from '#renderer/ui/links';
import { guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import classes from './scan-facts.module.css';
import { visibleText } from './visible-text';

/** What a scan was, by its text and its timing, and what it means. */
export function ScanFacts({ scan }: { scan: Scan }) {
  const { t } = useTranslation('devices');
  const kind = guessBarcodeKind(scan.text);
  return (
    <>
      <div className={classes.code} aria-live="polite">
        {visibleText(scan.text)}
      </div>
      <dl className={classes.facts}>
        <dt>{t('scanner.source')}</dt>
        <dd>{t(`scanner.sources.${scan.source}`)}</dd>
        <dt>{t('scanner.kind')}</dt>
        <dd>{t(`kinds.${kind}`)}</dd>
        <dt>{t('scanner.checkDigit')}</dt>
        <dd>
          <CheckDigit text={scan.text} />
        </dd>
        {scan.timing && (
          <>
            <dt>{t('scanner.speed')}</dt>
            <dd>{t('scanner.ms', { ms: Math.round(scan.timing.slowestIntervalMs) })}</dd>
            <dt>{t('scanner.ending')}</dt>
            <dd>{t(`scanner.endings.${scan.timing.end}`)}</dd>
          </>
        )}
        {scan.keyPositions !== undefined && (
          <>
            <dt>{t('scanner.keyPositions')}</dt>
            <dd>
              {visibleText(scan.keyPositions)}
              <Text size="sm" c="dimmed">
                {t('scanner.keyPositionsHint')}
              </Text>
            </dd>
          </>
        )}
        <dt>{t('scanner.meaning')}</dt>
        <dd>
          <Meaning scan={scan} />
        </dd>
      </dl>
    </>
  );
}

const WITH_CHECK_DIGIT: ReadonlySet<string> = new Set(['ean13', 'ean8', 'upca', 'upce', 'itf14']);

function CheckDigit({ text }: { text: string }) {
  const { t } = useTranslation('devices');
  const kind = guessBarcodeKind(text);
  if (!WITH_CHECK_DIGIT.has(kind)) return t('scanner.checkDigitNone');
  const code = normalizeBarcode(kind, text);
  if (code.ok) return t('scanner.checkDigitRight');
  return t('scanner.checkDigitWrong', { expected: code.expectedCheckDigit });
}

/** The product, location or order that the code means. */
function Meaning({ scan }: { scan: Scan }) {
  const { t } = useTranslation('devices');
  const sentence = useRefusalSentence();
  const mayEdit = useMay()('editCatalogue') !== 'no';
  const { data, error } = useQuery(orpc.scanning.resolve.queryOptions({ input: scannedCodeOf(scan) }));
  if (error) return refusalOf(error)?.code === 'UNKNOWN_BARCODE' ? t('scanner.meaningNone') : sentence(error);
  switch (data?.kind) {
    case undefined:
      return null;
    case 'location':
      return t('scanner.location', { name: data.location.name });
    case 'order':
      return t('scanner.order', { number: data.number });
    case 'product':
      return mayEdit ? (
        <TextLink to="/office/products/$id" params={{ id: String(data.product.id) }}>
          {data.product.name}
        </TextLink>
      ) : (
        data.product.name
      );
  }
}
