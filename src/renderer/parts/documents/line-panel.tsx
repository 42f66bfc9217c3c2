import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { useStore } from '#renderer/lib/store-status';
import { useDraft } from '#renderer/lib/use-draft';
import { KeyHint } from '#renderer/ui/key-hint';
import { QuantityField } from '#renderer/ui/quantity-field';
import { RefusalNote } from '#renderer/ui/refusal-note';
import { SidePanel } from '#renderer/ui/side-panel';
import { submitByEnter } from '#renderer/ui/submit-by-enter';
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';
import type { DocumentLine, DocumentShelf } from '#shared/contract/documents';
import { dayOf } from '#shared/kernel/time';
import type { DocumentDesk } from './use-document-desk';

interface LinePanelProps {
  line: DocumentLine;
  /** The location that its goods leave. */
  leaves: string;
  desk: Pick<DocumentDesk, 'open' | 'setting' | 'remove'>;
}

const ANY = 'any';
const NONE = 'none';

interface LineDraft {
  quantityMilli: number | null;
  /** The choice: `any`, `none`, or a batch's id. */
  batch: string;
}

/** A line beside the list: its quantity, and its batch where there are batches. */
export function LinePanel({ line, leaves, desk }: LinePanelProps) {
  const { t } = useTranslation('documents');
  const format = useFormat();
  const { draft, setDraft, version, start } = useDraft<DocumentLine, LineDraft>(line, draftOf);
  const { setting } = desk;
  const today = dayOf(Date.now(), useStore().timeZone);
  const close = (): void => desk.open(null);
  const quantity = (milli: number): string => format.quantity(milli, line.unit);
  const isStale = version < line.version;
  const { quantityMilli, batch } = draft;
  const [saysMissing, submit] = useCompleteSubmit(Boolean(quantityMilli));
  const save = (milli: number): void => {
    const change = { lineId: line.id, version, quantityMilli: milli, ...batchIn(batch) };
    setting.mutate(change, { onSuccess: close });
  };
  const [error, corrected] = useErrorUntilInput(setting.error);
  return (
    <SidePanel title={line.productName} onClose={close}>
      <form
        noValidate
        onKeyDownCapture={submitByEnter}
        onInput={corrected}
        onSubmit={(event) => submitDialog(event, () => submit(() => quantityMilli && save(quantityMilli)))}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {[line.sku, line.barcode].filter(Boolean).join(' · ')}
          </Text>
          {isStale && (
            <Alert color="yellow" role="status">
              <Stack gap="xs" align="flex-start">
                {t('line.changed', { quantity: quantity(line.quantityMilli) })}
                <Button variant="default" size="compact-md" onClick={() => start(line)}>
                  {t('line.takeTheirs')}
                </Button>
              </Stack>
            </Alert>
          )}
          <QuantityField
            aboveZero
            needed={saysMissing}
            autoFocus
            size="lg"
            label={t('line.quantity')}
            description={t('line.thereOf', {
              name: leaves,
              quantity: quantity(line.availableMilli),
            })}
            unit={line.unit}
            value={quantityMilli}
            onChange={(milli) => setDraft({ ...draft, quantityMilli: milli })}
          />
          {hasBatches(line.shelves) && (
            <Select
              label={t('line.batch')}
              description={batch === ANY ? t('line.anyBatchHint') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              allowDeselect={false}
              data={[
                { value: ANY, label: t('line.anyBatch') },
                ...line.shelves.map((shelf) => ({
                  value: shelf.batchId === null ? NONE : String(shelf.batchId),
                  label: t('line.thereOf', {
                    name: shelfName(shelf),
                    quantity: quantity(shelf.availableMilli),
                  }),
                })),
              ]}
              value={batch}
              onChange={(choice) => setDraft({ ...draft, batch: choice ?? ANY })}
            />
          )}
          <RefusalNote error={error} onDismiss={setting.reset} />
          <Group justify="space-between">
            <Button
              type="submit"
              size="md"
              loading={setting.isPending}
              rightSection={<KeyHint keys="Enter" />}
            >
              {t('line.save')}
            </Button>
            <Button
              variant="default"
              size="md"
              leftSection={<IconTrash size={18} />}
              onClick={() => desk.remove(line)}
            >
              {t('actions.remove')}
            </Button>
          </Group>
        </Stack>
      </form>
    </SidePanel>
  );

  function shelfName({ batchNumber, expiresOn }: DocumentShelf): string {
    if (batchNumber === null) return t('line.noBatch');
    if (expiresOn === null) return t('lines.batch', { batch: batchNumber });
    const words = expiresOn < today ? 'line.batchExpired' : 'line.batchExpires';
    return t(words, { batch: batchNumber, day: format.day(expiresOn) });
  }
}

function draftOf({ quantityMilli, anyBatch, batchId }: DocumentLine): LineDraft {
  if (anyBatch) return { quantityMilli, batch: ANY };
  return { quantityMilli, batch: batchId === null ? NONE : String(batchId) };
}

/** The choice as call input: empty for any batch. */
function batchIn(choice: string): { batchId?: number | null } {
  if (choice === ANY) return {};
  return { batchId: choice === NONE ? null : Number(choice) };
}

function hasBatches(shelves: readonly DocumentShelf[]): boolean {
  return shelves.some(({ batchId }) => batchId !== null);
}
