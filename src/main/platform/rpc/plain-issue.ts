import { MILLI_PER_UNIT } from '#shared/kernel/quantity';
import { MILLI_PER_PERCENT } from '#shared/kernel/rate';

/** A problem that a schema found, as zod reports it (https://zod.dev/packages/core#issue-types). */
interface SchemaIssue {
  message: string;
  path?: readonly unknown[] | undefined;
  code?: string;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
  inclusive?: boolean;
}

/** The beginnings of zod's own messages; any other message is written in the contract, for people. */
const OF_ZOD = /^(Too (small|big)|Invalid|Unrecognized)/;

/** Describes the problem of a field for people; the schema's own messages are for programmers. */
export function plainIssue(field: string, issue: SchemaIssue): string {
  if (!OF_ZOD.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'too_big':
      return isMoney(field)
        ? 'is too large'
        : `${canOrMust(issue)} at most ${shown(field, issue.maximum, issue)}`;
    case 'too_small':
      return isMoney(field) ? 'is too small' : tooSmall(field, issue);
    case 'invalid_type':
      return 'is missing or not valid';
    default:
      return 'is not valid';
  }
}

function tooSmall(field: string, issue: SchemaIssue): string {
  if (hasParts(issue) && Number(issue.minimum) === 1) return 'must not be empty';
  const least = shown(field, issue.minimum, issue);
  if (issue.inclusive === false) return `must be more than ${least}`;
  return hasParts(issue) ? `must have at least ${least}` : `must be at least ${least}`;
}

const hasParts = ({ origin }: SchemaIssue): boolean => origin === 'string' || origin === 'array';

const canOrMust = (issue: SchemaIssue): string => (hasParts(issue) ? 'can have' : 'must be');

/** Limits on money are not shown: the number of decimals depends on the currency, which a schema does not know. */
function isMoney(field: string): boolean {
  return field.endsWith('Minor');
}

function shown(field: string, limit: number | bigint | undefined, { origin }: SchemaIssue): string {
  const figure = Number(limit).toLocaleString('en');
  if (origin === 'string') return `${figure} characters`;
  if (origin === 'array') return `${figure} entries`;
  if (/milliPercent(\.\d+)?$/i.test(field)) {
    return `${(Number(limit) / MILLI_PER_PERCENT).toLocaleString('en')}%`;
  }
  return field.endsWith('Milli') ? (Number(limit) / MILLI_PER_UNIT).toLocaleString('en') : figure;
}
