/** The median of values in any unit. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which this share of the values is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The duration of the work in milliseconds. */
export async function millisecondsOf(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

export interface Ratio {
  name: string;
  /** The limit for the ratio; undefined if the ratio is only printed. */
  atMost?: number;
  /** One ratio per round: the quotient of the medians of that round. */
  rounds: number[];
}

/** Prints a ratio: the median of its rounds, their range, and its limit. */
export function printRatio({ name, atMost, rounds }: Ratio): void {
  const holds = atMost === undefined || median(rounds) <= atMost;
  const verdict = holds ? '  ok' : '  OVER';
  const limit = atMost === undefined ? '' : ` (at most ${atMost})`;
  const range = `${Math.min(...rounds).toFixed(2)} to ${Math.max(...rounds).toFixed(2)}`;
  print(`${name.padEnd(58)} ${median(rounds).toFixed(2)} x  (${range})${limit}${verdict}`);
}

/** Prints a time. */
export function printTime(name: string, milliseconds: readonly number[]): void {
  print(
    `${name.padEnd(58)} median ${median(milliseconds).toFixed(3)} ms, 95 % under ${quantile(milliseconds, 0.95).toFixed(3)} ms`,
  );
}

export function print(line: string): void {
  process.stdout.write(`  ${line}\n`);
}
