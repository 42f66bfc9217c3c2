import { MILLI_PER_UNIT } from '#shared/kernel/quantity';

/** What a schema found wrong, as zod tells it (https://zod.dev/packages/core#issue-types). */
interface SchemaIssue {
  message: string;
  path?: readonly unknown[] | undefined;
  code?: string;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
}

/** What is wrong with a field, in words for people; a schema's own words are for programmers. */
export function plainIssue(field: string, issue: SchemaIssue): string {
  const limit = issue.code === 'too_big' ? issue.maximum : issue.minimum;
  switch (issue.code) {
    case 'too_big':
      return `${hasParts(issue.origin) ? 'can have' : 'must be'} at most ${shown(field, limit, issue.origin)}`;
    case 'too_small':
      if (issue.origin === 'string' && Number(limit) === 1) return 'must not be empty';
      return `${hasParts(issue.origin) ? 'must have' : 'must be'} at least ${shown(field, limit, issue.origin)}`;
    case 'invalid_type':
      return 'is missing or not valid';
    case 'custom':
      return issue.message;
    default:
      return 'is not valid';
  }
}

function hasParts(origin: string | undefined): boolean {
  return origin === 'string' || origin === 'array';
}

function shown(field: string, limit: number | bigint | undefined, origin: string | undefined): string {
  const value = field.endsWith('Milli') ? Number(limit) / MILLI_PER_UNIT : Number(limit);
  const figure = value.toLocaleString('en');
  if (origin === 'string') return `${figure} characters`;
  return origin === 'array' ? `${figure} entries` : figure;
}
