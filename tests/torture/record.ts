import type { CallName } from '#shared/contract/index';

/** The outcome of a changing call. */
export type Outcome =
  | { kind: 'answered'; answer: unknown }
  | { kind: 'refused'; code: string; isDeclared: boolean }
  /** The program ended before it responded: it happened or not. */
  | { kind: 'unanswered' }
  /** There was no response, and the file shows that it never happened. */
  | { kind: 'lost' };

/** A changing call, as the person who made it knows it. */
export interface Change {
  round: number;
  login: string;
  call: CallName;
  /** Its idempotency key, which is also written into a text of the call if it has one. */
  key: string;
  input: unknown;
  outcome: Outcome;
}

/** A contradiction that the harness found. */
export interface Finding {
  round: number;
  what: string;
  detail: string;
}

/**
 * What the harness knows of a store beyond its file: every changing call with its result, and the findings. Everything
 * acknowledged must be in the file exactly once.
 */
export class CallRecord {
  readonly changes: Change[] = [];
  readonly findings: Finding[] = [];
  readonly refusals = new Map<string, number>();
  /** The calls that were answered at least once. */
  readonly answered = new Set<CallName>();
  acknowledged = 0;
  reads = 0;
  unanswered = 0;
  round = 0;
  #whenNextStarts: (() => void) | null = null;
  /** Unanswered changes since the last restart, and a few answered ones. */
  #unsettled: Change[] = [];
  #recent: Change[] = [];

  start(change: Omit<Change, 'round' | 'outcome'>): Change {
    const started: Change = { ...change, round: this.round, outcome: { kind: 'unanswered' } };
    this.changes.push(started);
    this.#unsettled.push(started);
    this.#whenNextStarts?.();
    return started;
  }

  /** Waits until the next change is sent. */
  nextChange(): Promise<void> {
    return new Promise((resolve) => {
      this.#whenNextStarts = resolve;
    });
  }

  settle(change: Change, outcome: Exclude<Outcome, { kind: 'unanswered' }>): void {
    change.outcome = outcome;
    this.#unsettled.splice(this.#unsettled.indexOf(change), 1);
    if (outcome.kind !== 'answered') return;
    this.acknowledged += 1;
    this.#recent.push(change);
  }

  refused(code: string): void {
    this.refusals.set(code, (this.refusals.get(code) ?? 0) + 1);
  }

  find(what: string, detail: unknown): void {
    this.findings.push({ round: this.round, what, detail: asText(detail) });
  }

  /** Returns what to check after a restart: the unanswered changes, and those answered just before. */
  takeUnsettled(): { unsettled: Change[]; recent: Change[] } {
    const unsettled = [...this.#unsettled];
    const recent = this.#recent;
    this.#recent = [];
    this.unanswered += unsettled.length;
    return { unsettled, recent };
  }

  /** All calls of one name that happened, in the order made. */
  happened(call: CallName): Change[] {
    return this.changes.filter((change) => change.call === call && change.outcome.kind === 'answered');
  }
}

const LONGEST_DETAIL = 1500;

function asText(detail: unknown): string {
  const text = typeof detail === 'string' ? detail : JSON.stringify(detail);
  return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL)}...` : text;
}
