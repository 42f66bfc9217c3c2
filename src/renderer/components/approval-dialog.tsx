import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { IconUserCheck } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '#shared/contract/common';
import type { RefusalData } from '#shared/contract/refusals';
import { useFormat } from '../lib/format';
import { usePageKeys } from '../lib/keys';
import { refusalOf } from '../lib/refusal';
import { rolesInWords } from '../lib/refusal-sentence';
import { playFailure } from '../lib/scan/sounds';
import { useScan } from '../lib/scan/use-scan';
import { RefusalNote } from './refusal-note';

export interface Approval {
  pin: string;
}

/** Runs a call; where it needs a manager's approval, asks for a PIN and runs it again with it. */
export type WithApproval = <Result>(run: (approval?: Approval) => Promise<Result>) => Promise<Result>;

const ApprovalContext = createContext<WithApproval | null>(null);

/** A question that waits for its PIN: `answer` tries one, `giveUp` leaves the call refused. */
interface Question {
  roles: Role[];
  reduction: RefusalData<'APPROVAL_NEEDED'>['reduction'];
  answer: (pin: string) => Promise<void>;
  giveUp: () => void;
}

/** Holds the dialog in which a manager approves on the spot what somebody may not do alone. */
export function ApprovalProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<Question | null>(null);
  const asked = useRef<Promise<unknown> | null>(null);

  const withApproval: WithApproval = async <Result,>(run: (approval?: Approval) => Promise<Result>) => {
    try {
      return await run();
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal?.code !== 'APPROVAL_NEEDED') throw error;
      // One question at a time. Its answer may change what the next one is about, so that call runs again.
      if (asked.current !== null) {
        await asked.current;
        return await withApproval(run);
      }
      const answered = new Promise<Result>((resolve, reject) => {
        setQuestion({
          roles: refusal.data.rolesThatMay,
          reduction: refusal.data.reduction,
          answer: async (pin) => {
            try {
              resolve(await run({ pin }));
            } catch (refused) {
              if (isAboutThePin(refused)) throw refused;
              reject(refused);
            }
            setQuestion(null);
          },
          giveUp: () => {
            setQuestion(null);
            reject(error);
          },
        });
      });
      const forget = () => {
        asked.current = null;
      };
      asked.current = answered.then(forget, forget);
      return await answered;
    }
  };

  return (
    <ApprovalContext value={withApproval}>
      {children}
      {question && <ApprovalDialog question={question} />}
    </ApprovalContext>
  );
}

/** Gives `withApproval`, in which a page wraps a call that a manager may approve. */
export function useApproval(): WithApproval {
  const withApproval = useContext(ApprovalContext);
  if (!withApproval) throw new Error('useApproval needs an ApprovalProvider above it');
  return withApproval;
}

function isAboutThePin(error: unknown): boolean {
  const code = refusalOf(error)?.code;
  return code === 'APPROVAL_REFUSED' || code === 'TOO_MANY_TRIES' || code === 'INPUT_INVALID';
}

const NO_KEYS: never[] = [];

function ApprovalDialog({ question }: { question: Question }) {
  const { t } = useTranslation(['common', 'refusals']);
  const format = useFormat();
  const { reduction } = question;
  const [pin, setPin] = useState('');
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  usePageKeys(NO_KEYS, 'dialog');
  // The approver approves what is shown, so scans are refused while the dialog is open.
  useScan(playFailure, { exclusive: true, refuseWhile: () => true, onRefused: playFailure });

  const approve = async (): Promise<void> => {
    setBusy(true);
    try {
      await question.answer(pin);
    } catch (refused) {
      setError(refused);
    } finally {
      setPin('');
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={question.giveUp} title={t('common:approval.title')} size="sm">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void approve();
        }}
      >
        <Stack>
          <Text>{t('common:approval.who', { roles: capitalized(rolesInWords(question.roles, t)) })}</Text>
          {reduction && (
            <Text fw={600} size="lg">
              {t(reduction.beforeMinor === 0 ? 'common:approval.reduction' : 'common:approval.larger', {
                before: format.money(reduction.beforeMinor),
                after: format.money(reduction.afterMinor),
              })}
            </Text>
          )}
          <RefusalNote error={error} />
          <PasswordInput
            data-autofocus
            label={t('common:approval.pin')}
            size="lg"
            inputMode="numeric"
            autoComplete="off"
            maxLength={8}
            value={pin}
            onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
          />
          <Group justify="flex-end">
            <Button variant="default" size="md" onClick={question.giveUp}>
              {t('common:cancel')}
            </Button>
            <Button
              type="submit"
              size="md"
              loading={busy}
              disabled={pin.length < 4}
              leftSection={<IconUserCheck size={20} />}
            >
              {t('common:approval.approve')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function capitalized(words: string): string {
  return words.charAt(0).toLocaleUpperCase() + words.slice(1);
}
