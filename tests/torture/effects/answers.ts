import { isDeepStrictEqual } from 'node:util';
import type { Handle } from '#main/platform/database/database';
import type { CallName } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import type { Change } from '../record';
import { type Compared, type Comparison, compareAll, together } from './comparison';

interface KeptAnswer {
  accountId: number;
  call: string;
  answer: string;
}

/** Whether the result of a call is stored in the file under its key. */
export const isKept = (call: CallName): boolean => ['changes', 'hashes'].includes(callRules[call].kind);

const asSent = (answer: unknown): unknown => JSON.parse(JSON.stringify(answer));

/** The stored results in a store's file, by key. */
export function keptAnswers(handle: Handle): Map<string, KeptAnswer> {
  const rows = handle
    .prepare<[], KeptAnswer & { key: string }>(
      'SELECT key, account_id AS accountId, call, answer FROM call_answer',
    )
    .all();
  return new Map(rows.map(({ key, ...kept }) => [key, kept]));
}

/**
 * Every answered change is in the file with the result that was returned, under its key; changes that were refused or
 * never happened are not, and nothing else is.
 */
export function compareAnswers({ handle, record, accountIds }: Compared): Comparison {
  const kept = keptAnswers(handle);
  const known = new Set(record.changes.map(({ key }) => key));
  const changes = record.changes.filter(({ call, outcome }) => isKept(call) && outcome.kind !== 'unanswered');
  return together([
    compareAll(changes, (change) => differenceOf(change, kept.get(change.key), accountIds)),
    compareAll(kept.keys(), (key) =>
      known.has(key) ? null : { what: 'an answer that nobody asked for', detail: kept.get(key) },
    ),
  ]);
}

function differenceOf(
  { call, login, key, outcome, round }: Change,
  kept: KeptAnswer | undefined,
  accountIds: ReadonlyMap<string, number>,
) {
  const detail = { call, login, key, round, outcome, kept };
  if (outcome.kind === 'answered') {
    if (!kept) return { what: 'an acknowledged change that is not in the file', detail };
    const isSame =
      kept.call === call &&
      kept.accountId === accountIds.get(login) &&
      isDeepStrictEqual(JSON.parse(kept.answer), asSent(outcome.answer));
    return isSame ? null : { what: 'an acknowledged change with another answer in the file', detail };
  }
  return kept ? { what: `a change that was ${outcome.kind} and is in the file`, detail } : null;
}
