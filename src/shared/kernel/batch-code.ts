const PREFIX = 'LOT-';
const MIN_DIGITS = 4;
const BATCH_CODE = /^LOT-(\d{4,15})$/i;

/** The shop's own code of a batch, such as LOT-0012: short enough for any label, however long the batch number is. */
export function batchCodeOf(batchId: number): string {
  return `${PREFIX}${String(batchId).padStart(MIN_DIGITS, '0')}`;
}

/** The id of the batch that a scanned code names; null when it is not a batch code. */
export function batchIdOf(code: string): number | null {
  const digits = BATCH_CODE.exec(code.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
