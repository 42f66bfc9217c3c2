import { Button, Group, Stack, Text } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refusalOf, useRefusalSentence } from '#renderer/lib/refusal';
import { orpc, rpc } from '#renderer/lib/rpc';
import { playSuccess } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { useMay } from '#renderer/lib/session';
import { useStore } from '#renderer/lib/store-status';
import { leavesBy } from '#renderer/ui/escape';
import { KeyButton } from '#renderer/ui/key-button';
import { submitDialog } from '#renderer/ui/submit-dialog';
import { useCompleteSubmit } from '#renderer/ui/use-complete-submit';
import { useErrorUntilInput } from '#renderer/ui/use-error-until-input';
import { useUnsaved } from '#renderer/ui/use-unsaved';
import type { Product } from '#shared/contract/catalogue';
import { storableBarcode } from '#shared/kernel/gs1/gs1';
import { catalogueKeys } from '../catalogue-keys';
import { withScanned } from './barcode-check';
import {
  changeOf,
  differs,
  draftOf,
  emptyDraft,
  hasGoodBarcodes,
  missingOf,
  type NeededField,
  type NumberField,
  newProductOf,
} from './product-draft';
import classes from './product-editor.module.css';
import { ProductForm } from './product-form';
import { ProductRefusal } from './product-refusal';

/** The interface of an open editor for other components. */
export interface EditorHandle {
  /** Whether the editor may be closed; asks the person if input would be lost. */
  mayLeave: () => Promise<boolean>;
}

interface ProductEditorProps {
  /** For components that close the editor: another row, or the surrounding panel. */
  ref?: Ref<EditorHandle>;
  /** Null for a new product. */
  product: Product | null;
  /** A scanned code that a new product starts with. */
  code?: string | undefined;
  onSaved: (product: Product) => void;
  onCancel: () => void;
}

/** Edits a new or existing product: a scan adds a barcode wherever the focus is, Ctrl+S saves, Escape leaves. */
export function ProductEditor({ ref, product, code, onSaved, onCancel }: ProductEditorProps) {
  const { t } = useTranslation(['catalogue', 'common']);
  const queries = useQueryClient();
  const store = useStore();
  const mayPrice = useMay()('editPrices') === 'yes';
  const [base, setBase] = useState(product);
  const asOpened = useMemo(
    () => (base === null ? emptyDraft(store, code) : draftOf(base)),
    [base, store, code],
  );
  const [draft, setDraft] = useState(asOpened);
  const [unreadable, setUnreadable] = useState<ReadonlySet<NumberField>>(new Set());
  const onRead = (field: NumberField, isReadable: boolean): void =>
    setUnreadable((now) => new Set([...now, field].filter((one) => one !== field || !isReadable)));
  const form = useRef<HTMLFormElement>(null);
  useScan(({ text }) => {
    setDraft((now) => ({
      ...now,
      barcodes: withScanned(now.barcodes, storableBarcode(text, new Date().getFullYear())),
    }));
    playSuccess();
  });
  const saving = useMutation({
    mutationFn: (sameNameIsMeant: boolean) =>
      base === null
        ? rpc.catalogue.createProduct({ ...newProductOf(draft), sameNameIsMeant })
        : rpc.catalogue.changeProduct({ ...changeOf(base, draft), sameNameIsMeant }),
    onSuccess: (saved) => {
      queries.setQueryData(orpc.catalogue.product.queryKey({ input: { id: saved.id } }), saved);
      onSaved(saved);
    },
  });
  const reload = async (): Promise<void> => {
    if (base === null) return;
    const newer = await rpc.catalogue.product({ id: base.id });
    queries.setQueryData(orpc.catalogue.product.queryKey({ input: { id: newer.id } }), newer);
    setBase(newer);
    setDraft(draftOf(newer));
    setUnreadable(new Set());
    saving.reset();
  };
  const mayLeave = useUnsaved(!saving.isSuccess && (differs(draft, asOpened) || unreadable.size > 0));
  useImperativeHandle(ref, () => ({ mayLeave }), [mayLeave]);
  const leave = async (): Promise<void> => {
    if (await mayLeave()) onCancel();
  };
  const missing = missingOf(draft, mayPrice, unreadable);
  const complete = missing.length === 0 && unreadable.size === 0 && hasGoodBarcodes(draft);
  const [saysMissing, submit] = useCompleteSubmit(complete);
  const sentence = useRefusalSentence();
  const [error, corrected] = useErrorUntilInput(saving.error);
  const refusal = refusalOf(error);
  const isSkuRefused = refusal?.code === 'SKU_TAKEN' && refusal.data.sku === draft.sku.trim();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (leavesBy(event)) void leave();
  };
  return (
    <form
      ref={form}
      noValidate
      className={classes.editor}
      onKeyDown={onKeyDown}
      onInput={corrected}
      onSubmit={(event) => submitDialog(event, () => submit(() => !saving.isPending && saving.mutate(false)))}
    >
      <div className={classes.fields}>
        <ProductForm
          // A newer version also replaces text that cannot be read.
          key={base?.version}
          draft={draft}
          onChange={setDraft}
          onRead={onRead}
          missing={saysMissing ? missing : []}
          ownId={product?.id ?? null}
          skuError={isSkuRefused ? sentence(error) : null}
          imageHash={base?.imageHash ?? null}
        />
      </div>
      <Stack gap="sm" className={classes.foot}>
        <ProductRefusal
          error={error}
          onDismiss={saving.reset}
          onSameNameIsMeant={() => saving.mutate(true)}
          onReload={() => void reload()}
        />
        <Group justify="flex-end" gap="sm">
          {!complete && <Incomplete missing={missing} wrong={[...unreadable]} />}
          <Button variant="default" onClick={() => void leave()}>
            {t('common:cancel')}
          </Button>
          <KeyButton
            keys={catalogueKeys.save}
            label={t(product === null ? 'catalogue:product.make' : 'common:save')}
            icon={<IconDeviceFloppy size={18} />}
            loading={saving.isPending}
            // A submission of the form, so that a field with unreadable text can stop it.
            run={() => form.current?.requestSubmit()}
          />
        </Group>
      </Stack>
    </form>
  );
}

interface IncompleteProps {
  missing: readonly NeededField[];
  wrong: readonly NumberField[];
}

/** Says which fields are empty and which are wrong; without a name, the wrong field is one of a barcode. */
function Incomplete({ missing, wrong }: IncompleteProps) {
  const { t } = useTranslation('catalogue');
  const named = (fields: readonly (NeededField | NumberField)[]): string =>
    fields.map((field) => t(`product.${field}`)).join(', ');
  return (
    <Text size="sm" c="dimmed" flex={1}>
      {[
        missing.length > 0 && t('product.missing', { fields: named(missing) }),
        wrong.length > 0 && t('product.correct', { fields: named(wrong) }),
        missing.length + wrong.length === 0 && t('product.wrong'),
      ]
        .filter(Boolean)
        .join(' ')}
    </Text>
  );
}
