import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type CSSProperties, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/lib/format';
import { usePageKeys } from '#renderer/lib/keys';
import { capitalized, rolesInWords } from '#renderer/lib/refusal-sentence';
import { orpc } from '#renderer/lib/rpc';
import { playFailure } from '#renderer/lib/scan/sounds';
import { useScan } from '#renderer/lib/scan/use-scan';
import { PersonHead } from '#renderer/parts/proof/person-head';
import { PersonTiles } from '#renderer/parts/proof/person-tiles';
import { ProofForm } from '#renderer/parts/proof/proof-form';
import { DialogFrame } from '#renderer/ui/dialog-frame';
import { LateLoader } from '#renderer/ui/late-loader';
import { RefusalNote } from '#renderer/ui/refusal-note';
import type { Proof } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';
import type { RefusalData } from '#shared/contract/refusals';

const NO_KEYS: never[] = [];
/** In a low window the keys are lower, so that the content below them is visible without scrolling. */
const LOWER_KEYS = { '--pin-key-height': 'max(3rem, min(64px, (100dvh - 30rem) / 5.5))' } as CSSProperties;

type Approver = Outputs['people']['approvers'][number];

interface ApprovalDialogProps {
  /** What is approved, in words. */
  subject: string;
  needed: RefusalData<'APPROVAL_NEEDED'>;
  /** Runs the call with an approval; rejects if the approval is refused. */
  onApprove: (approval: Proof) => Promise<void>;
  onCancel: () => void;
}

/** Asks who approves, then for their PIN or password; skips the first step if only one person can approve. */
export function ApprovalDialog({ subject, needed, onApprove, onCancel }: ApprovalDialogProps) {
  const { t } = useTranslation(['common', 'refusals']);
  const format = useFormat();
  const { permissions, rolesThatMay, reduction } = needed;
  const approvers = useQuery(orpc.people.approvers.queryOptions({ input: { permissions } }));
  const [chosen, setChosen] = useState<Approver | null>(null);
  const [before, setBefore] = useState<Approver | null>(null);
  const people = approvers.data ?? [];
  const [only] = people.length === 1 ? people : [];
  const approver = chosen ?? only;
  const goBack = (): void => {
    setBefore(chosen);
    setChosen(null);
  };
  // The keys of the dialog below are inactive until this one is closed.
  usePageKeys(NO_KEYS, 'dialog');
  usePageKeys([{ keys: 'Escape', label: t('common:cancel'), run: onCancel }], 'dialog');
  // The approver approves what is shown, so it must not change: scans are refused while the dialog is open.
  useScan(playFailure, { exclusive: true, refuseWhile: () => true, onRefused: playFailure });
  return (
    <DialogFrame onClose={onCancel} closeOnEscape={false} yOffset="1rem" title={t('common:approval.title')}>
      <Stack gap="sm" style={LOWER_KEYS}>
        {approvers.isPending && <LateLoader />}
        <RefusalNote error={approvers.error} />
        <Text fw={600} size="lg">
          {subject}
        </Text>
        {reduction && (
          <Text>
            {t(reduction.beforeMinor === 0 ? 'common:approval.reduction' : 'common:approval.larger', {
              before: format.money(reduction.beforeMinor),
              after: format.money(reduction.afterMinor),
            })}
          </Text>
        )}
        {approver && (
          <Proving
            key={approver.id}
            approver={approver}
            onBack={only ? undefined : goBack}
            onApprove={onApprove}
            onCancel={onCancel}
          />
        )}
        {!approver && approvers.isSuccess && (
          <Text>
            {people.length === 0
              ? t('common:approval.nobody')
              : t('common:approval.who', { roles: capitalized(rolesInWords(rolesThatMay, t)) })}
          </Text>
        )}
        {!approver && people.length > 0 && (
          <PersonTiles
            fills
            people={people}
            label={t('common:approval.approvers')}
            focusOn={before?.id}
            onChoose={setChosen}
          />
        )}
        {!approver && (
          <Group justify="flex-end">
            <Button
              variant="default"
              size="md"
              mih={44}
              data-autofocus={people.length === 0 || undefined}
              onClick={onCancel}
            >
              {t('common:cancel')}
            </Button>
          </Group>
        )}
      </Stack>
    </DialogFrame>
  );
}

interface ProvingProps {
  approver: Approver;
  onBack: (() => void) | undefined;
  onApprove: (approval: Proof) => Promise<void>;
  onCancel: () => void;
}

function Proving({ approver, onBack, onApprove, onCancel }: ProvingProps) {
  const { t } = useTranslation();
  const approving = useMutation({ mutationFn: onApprove });
  return (
    <>
      <PersonHead person={approver} order={3} onBack={onBack} layer="dialog" />
      <ProofForm
        pinWorks={approver.pinApproves}
        hint={approver.pinApproves ? undefined : t('approval.pinTooShort', { name: approver.name })}
        action={t('approval.approve')}
        busy={approving.isPending}
        error={approving.error}
        onType={approving.reset}
        onEnter={(secret) => approving.mutate({ accountId: approver.id, ...secret })}
      >
        <Button variant="default" size="md" mih={44} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </ProofForm>
    </>
  );
}
