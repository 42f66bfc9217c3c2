import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { orpc } from '#renderer/lib/rpc';
import type { Scan } from '#renderer/lib/scan/scan-dispatcher';
import { useMay } from '#renderer/lib/session';
import { TextLink } from '#renderer/ui/links';
import { guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import classes from './scan-facts.module.css';
import { visibleText } from './visible-text';

/** What a scan was, by its text and its timing, and the product it stands for. */
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
        <dt>{t('scanner.product')}</dt>
        <dd>
          <ProductOf code={scan.text} />
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

function ProductOf({ code }: { code: string }) {
  const { t } = useTranslation('devices');
  const sentence = useRefusalSentence();
  const mayEdit = useMay()('editCatalogue') !== 'no';
  const { data, error } = useQuery(orpc.catalogue.productByBarcode.queryOptions({ input: { code } }));
  if (error) return refusalOf(error)?.code === 'UNKNOWN_BARCODE' ? t('scanner.productNone') : sentence(error);
  if (!data) return null;
  return mayEdit ? (
    <TextLink to="/office/products/$id" params={{ id: String(data.id) }}>
      {data.name}
    </TextLink>
  ) : (
    data.name
  );
}
