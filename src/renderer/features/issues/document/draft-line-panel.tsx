import { Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconCheck, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { documentKeys } from '#renderer/lib/document-keys';
import { useFormat } from '#renderer/lib/format';
import { rpc } from '#renderer/lib/rpc';
import { useDraft } from '#renderer/lib/use-draft';
import { KeyButton } from '#renderer/ui/key-button';
import { KeyHint } from '#renderer/ui/key-hint';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { submitByEnter } from '#renderer/ui/submit-by-enter';
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';
import type { IssueLine, IssueLineChange } from '#shared/contract/issues';
import { batchInWords } from './line-columns';

interface DraftLinePanelProps {
  line: IssueLine;
  onChanged: (change: IssueLineChange) => void;
  onClose: () => void;
}

const ANY = 'any';
const NONE = 'none';

/** A line of a draft beside the list: its quantity and its batch. */
export function DraftLinePanel({ line, onChanged, onClose }: DraftLinePanelProps) {
  const { t } = useTranslation('issues');
  const format = useFormat();
  const { draft, setDraft, version } = useDraft(line, (source) => ({
    quantityMilli: source.quantityMilli as number | null,
    batch: source.anyBatch ? ANY : String(source.batchId ?? NONE),
  }));
  const { quantityMilli, batch } = draft;
  const keeping = useMutation({
    mutationFn: (milli: number) =>
      rpc.issues.setLine({ lineId: line.id, version, quantityMilli: milli, ...batchOf(batch) }),
    onSuccess: (change) => {
      onChanged(change);
      onClose();
    },
  });
  const removing = useMutation({
    mutationFn: () => rpc.issues.removeLine({ lineId: line.id, version: line.version }),
    onSuccess: (change) => {
      onChanged(change);
      onClose();
    },
  });
  const [saysMissing, submit] = useCompleteSubmit(Boolean(quantityMilli));
  const choices = line.shelves.map((shelf) => ({
    value: String(shelf.batchId ?? NONE),
    label: `${batchInWords(t, format, shelf) || t('fields.noBatch')} (${format.quantity(shelf.availableMilli, line.unit)})`,
  }));
  const chosen = { value: batch, label: batchInWords(t, format, line) || t('fields.noBatch') };
  const hasBatches = line.shelves.some(({ batchId }) => batchId !== null);
  const known = batch === ANY || choices.some(({ value }) => value === batch);
  const [error, corrected] = useErrorUntilInput(keeping.error ?? removing.error);
  return (
    <SidePanel title={line.productName} onClose={onClose}>
      <form
        noValidate
        onKeyDownCapture={submitByEnter}
        onInput={corrected}
        onSubmit={(event) =>
          submitDialog(event, () => submit(() => quantityMilli && keeping.mutate(quantityMilli)))
        }
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {line.sku}
          </Text>
          <QuantityField
            aboveZero
            needed={saysMissing}
            autoFocus
            size="md"
            label={t('fields.quantity')}
            unit={line.unit}
            value={quantityMilli}
            onChange={(milli) => setDraft({ ...draft, quantityMilli: milli })}
          />
          {(hasBatches || batch !== ANY) && (
            <Select
              size="md"
              label={t('fields.batch')}
              description={batch === ANY ? t('fields.anyBatchHint') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={[{ value: ANY, label: t('fields.anyBatch') }, ...choices, ...(known ? [] : [chosen])]}
              value={batch}
              onChange={(value) => value && setDraft({ ...draft, batch: value })}
            />
          )}
          <RefusalNote error={error} />
          <Group gap="xs">
            <Button
              type="submit"
              leftSection={<IconCheck size={18} />}
              rightSection={<KeyHint keys="Enter" />}
              loading={keeping.isPending}
            >
              {t('line.set')}
            </Button>
            <KeyButton
              keys={documentKeys.remove}
              variant="default"
              label={t('line.remove')}
              icon={<IconTrash size={18} />}
              loading={removing.isPending}
              run={() => removing.mutate()}
            />
          </Group>
        </Stack>
      </form>
    </SidePanel>
  );
}

/** The batch as call input: empty for earliest expiry first, null for goods without a batch. */
function batchOf(choice: string): { batchId?: number | null } {
  if (choice === ANY) return {};
  return { batchId: choice === NONE ? null : Number(choice) };
}
