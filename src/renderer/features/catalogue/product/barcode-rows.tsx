import { ActionIcon, Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconPlus, IconX } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { QuantityField } from '#renderer/ui/quantity-field';
import { BARCODE_KINDS, type BarcodeKind } from '#shared/kernel/barcode';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { type BarcodeDraft, type BarcodeProblem, checkBarcode, newBarcode } from './barcode-check';
import { useCodeOwner } from './use-code-owner';

interface BarcodeRowsProps {
  rows: BarcodeDraft[];
  unit: UnitOfMeasure;
  /** The id of the product; null for a new one. */
  ownId: number | null;
  onChange: (rows: BarcodeDraft[]) => void;
}

/** The barcodes of a product, typed or scanned, each with its detected kind and its quantity. */
export function BarcodeRows({ rows, unit, ownId, onChange }: BarcodeRowsProps) {
  const { t } = useTranslation('catalogue');
  const change = (changed: BarcodeDraft): void =>
    onChange(rows.map((row) => (row.key === changed.key ? changed : row)));
  return (
    <Stack gap="xs" role="group" aria-label={t('barcodes.label')}>
      <div>
        <Text size="sm" fw={600}>
          {t('barcodes.label')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('barcodes.hint')}
        </Text>
      </div>
      {rows.map((row) => (
        <BarcodeRow
          key={row.key}
          row={row}
          unit={unit}
          ownId={ownId}
          onChange={change}
          onRemove={() => onChange(rows.filter(({ key }) => key !== row.key))}
        />
      ))}
      <Button
        variant="default"
        size="xs"
        w="fit-content"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...rows, newBarcode(rows)])}
      >
        {t('barcodes.add')}
      </Button>
    </Stack>
  );
}

interface BarcodeRowProps {
  row: BarcodeDraft;
  unit: UnitOfMeasure;
  ownId: number | null;
  onChange: (row: BarcodeDraft) => void;
  onRemove: () => void;
}

function BarcodeRow({ row, unit, ownId, onChange, onRemove }: BarcodeRowProps) {
  const { t } = useTranslation(['catalogue', 'refusals']);
  const quantityId = useId();
  const { kind, problem } = checkBarcode(row);
  const owner = useCodeOwner(row.stored || problem !== null ? null : row.code.trim(), ownId);
  return (
    <Stack gap={6}>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          autoFocus={row.code === ''}
          flex="1 1 0"
          miw="6rem"
          aria-label={t('barcodes.code')}
          placeholder={t('barcodes.code')}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          error={
            owner === null
              ? problem !== null
              : t('refusals:BARCODE_TAKEN', { code: row.code.trim(), productName: owner })
          }
          value={row.code}
          onChange={(event) =>
            onChange({ ...row, code: event.currentTarget.value, kind: null, stored: false })
          }
        />
        <ActionIcon color="gray" aria-label={t('barcodes.remove', { code: row.code })} onClick={onRemove}>
          <IconX size={18} />
        </ActionIcon>
      </Group>
      <Group gap="xs">
        <Select
          flex="0 0 9.25rem"
          aria-label={t('barcodes.kind')}
          disabled={row.code.trim() === ''}
          data={BARCODE_KINDS.map((one) => ({ value: one, label: t(`barcodes.kinds.${one}`) }))}
          value={row.code.trim() === '' ? null : kind}
          onChange={(chosen) => onChange({ ...row, kind: chosen, stored: false })}
        />
        <Text component="label" size="sm" htmlFor={quantityId}>
          {t('barcodes.quantity')}
        </Text>
        <QuantityField
          id={quantityId}
          flex="0 0 5.25rem"
          aboveZero
          needed
          unit={unit}
          value={row.quantityMilli}
          onChange={(quantityMilli) => onChange({ ...row, quantityMilli })}
        />
      </Group>
      {problem && <Problem row={row} kind={kind} problem={problem} onChange={onChange} />}
    </Stack>
  );
}

interface ProblemProps {
  row: BarcodeDraft;
  kind: BarcodeKind;
  problem: BarcodeProblem;
  onChange: (row: BarcodeDraft) => void;
}

/** Says what is wrong with a code, and offers the correct check digit or to keep it as an internal code. */
function Problem({ row, kind, problem, onChange }: ProblemProps) {
  const { t } = useTranslation('catalogue');
  return (
    <Alert color="yellow" variant="light" p="xs" icon={<IconAlertTriangle aria-hidden />} role="alert">
      <Stack gap={6}>
        <Text inherit size="sm">
          {problem.reason === 'CHECK_DIGIT'
            ? t('barcodes.checkDigit', { kind: t(`barcodes.kinds.${kind}`), expected: problem.expected })
            : t('barcodes.format', { kind: t(`barcodes.kinds.${kind}`) })}
        </Text>
        <Group gap="xs">
          {problem.reason === 'CHECK_DIGIT' && (
            <Button size="compact-sm" onClick={() => onChange({ ...row, code: problem.corrected })}>
              {t('barcodes.correct', { code: problem.corrected })}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={() => onChange({ ...row, kind: 'own' })}>
            {t('barcodes.keepAsOwn')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
