import type { CallName } from '#shared/contract/index';
import { callRules } from '#shared/permissions';
import type { CallRecord, Finding } from './record';

/** The results of a whole run. */
export class Report {
  readonly seed: number;
  readonly findings: Finding[] = [];
  readonly refusals = new Map<string, number>();
  readonly counts = new Map<string, number>();
  readonly restartsMs: number[] = [];
  readonly #answered = new Set<CallName>();
  readonly #startedAt = performance.now();

  constructor(seed: number) {
    this.seed = seed;
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** Adds what was recorded about one store. */
  add(record: CallRecord): void {
    this.findings.push(...record.findings);
    for (const [code, count] of record.refusals)
      this.refusals.set(code, (this.refusals.get(code) ?? 0) + count);
    for (const call of record.answered) this.#answered.add(call);
    this.count('changes acknowledged', record.acknowledged);
    this.count('reads answered', record.reads);
    this.count('changes unanswered', record.unanswered);
  }

  /** The table at the end of a run, and each finding with what is needed to reproduce it. */
  toString(): string {
    const seconds = Math.round((performance.now() - this.#startedAt) / 1000);
    const refused = [...this.refusals].sort(([, one], [, other]) => other - one);
    const rows: [string, string | number][] = [
      ['seed', this.seed],
      ['seconds', seconds],
      ...[...this.counts].sort(([one], [other]) => one.localeCompare(other)),
      ['restarts', this.restartsMs.length],
      ['median restart, ms', Math.round(medianOf(this.restartsMs))],
      ['calls refused', refused.reduce((sum, [, count]) => sum + count, 0)],
      ...refused.map(([code, count]): [string, number] => [`  ${code}`, count]),
      ['different calls answered', `${this.#answered.size} of ${Object.keys(callRules).length}`],
      ['  never answered', this.#neverAnswered().join(' ') || 'none'],
      ['FINDINGS', this.findings.length],
    ];
    const width = Math.max(...rows.map(([what]) => what.length));
    const table = rows.map(([what, value]) => `${what.padEnd(width)}  ${value}`);
    const told = this.findings.map(
      ({ round, what, detail }) => `\nFinding in round ${round} of seed ${this.seed}: ${what}\n  ${detail}`,
    );
    return [...table, ...told].join('\n');
  }

  #neverAnswered(): string[] {
    return Object.keys(callRules).filter((call) => !this.#answered.has(call as CallName));
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
