import { implement } from '@orpc/server';
import type { Person } from '#shared/contract/common';
import { type CallName, contract } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { type CallRule, callRules, rolesThatMay } from '#shared/permissions';
import type { Clock } from '../clock';
import type { Ctx } from '../ctx';
import type { WriteQueue } from '../database/write-queue';
import { plainFailure } from '../failures';
import type { Log } from '../log';
import type { Answers } from './answers';

/** What a transport hands over with each call. */
export interface CallContext {
  /** `authorization` carries the session's token, `idempotency-key` makes a change repeatable. */
  reqHeaders?: Headers;
  /** Where the call came in: the window of this machine, or a browser behind the loopback address. */
  entry: 'desktop' | 'browser';
}

/** A live session and what its person may do at this moment. */
export type LiveSession = Omit<Ctx, 'call' | 'now' | 'approvedBy'>;

/** What the middleware asks of the people feature. */
export interface Gate {
  /** The live session of a token; throws NOT_SIGNED_IN, SESSION_REPLACED or SESSION_EXPIRED. */
  authenticate(token: string, now: number): LiveSession;
  /** Who approves with this PIN; throws APPROVAL_REFUSED or TOO_MANY_TRIES, and counts the failure. */
  approve(asker: LiveSession, rule: CallRule, pin: string, now: number): Promise<Person>;
}

interface Needs {
  gate: Gate;
  writes: WriteQueue;
  answers: Answers;
  clock: Clock;
  log: Log;
}

/** Answers to calls that nobody has to be signed in for get no `ctx`; all others do. */
export type OpenContext = CallContext & { ctx: Ctx };

/**
 * The way of every call: failures made plain, session, permission, schema, and for what changes something
 * one unit of work that answers the same key with the same answer.
 */
export function createProcedures({ gate, writes, answers, clock, log }: Needs) {
  const base = implement(contract).$context<CallContext>().$config({
    // The schema is checked after session and permission, and before the unit of work.
    initialInputValidationIndex: -1,
    initialOutputValidationIndex: Number.NaN,
  });

  const failures = base.middleware(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw plainFailure(error, nameOf(path), log);
    }
  });

  const guard = base.middleware(async ({ context, next, path }, input) => {
    const call = nameOf(path);
    const rule = callRules[call];
    if (rule.needs === 'anyone') return next({ context: {} as { ctx: Ctx } });
    const now = clock();
    const session = gate.authenticate(tokenOf(context), now);
    const approvedBy = await permit(session, rule, input, now);
    return next({ context: { ctx: { ...session, call, now, approvedBy } } });
  });

  const permit = async (session: LiveSession, rule: CallRule, input: unknown, now: number) => {
    if (rule.needs === 'signed in' || rule.needs === 'anyone') return null;
    const needs = typeof rule.needs === 'string' ? [rule.needs] : rule.needs;
    if (needs.some((one) => session.permissions.has(one))) return verifyGiven(session, rule, input, now);
    const rolesThatDo = rolesThatMay(rule.needs);
    if (!needs.some((one) => session.withApproval.has(one))) {
      throw refuse('NOT_PERMITTED', { rolesThatMay: rolesThatDo });
    }
    if (rule.mayNeedApproval) return verifyGiven(session, rule, input, now);
    const pin = approvalPinOf(input);
    if (pin === undefined) throw refuse('APPROVAL_NEEDED', { rolesThatMay: rolesThatDo });
    return gate.approve(session, rule, pin, now);
  };

  /**
   * The approver of a call that checks for itself whether it needs an approval; null when none was sent. It is
   * verified here because no secret may be hashed inside a unit of work.
   */
  const verifyGiven = async (session: LiveSession, rule: CallRule, input: unknown, now: number) => {
    const needs = rule.mayNeedApproval;
    if (needs === undefined || !session.withApproval.has(needs)) return null;
    const pin = approvalPinOf(input);
    return pin === undefined ? null : gate.approve(session, { ...rule, needs }, pin, now);
  };

  const unitOfWork = base.middleware(async ({ context, next, path }, _input, output) => {
    const call = nameOf(path);
    const { kind } = callRules[call];
    if (kind === 'reads') return next();
    const { ctx } = context as OpenContext;
    const key = context.reqHeaders?.get('idempotency-key') ?? undefined;
    const known = () => (key === undefined ? undefined : answers.find(key, ctx, call));
    const keep = (answer: unknown) => key !== undefined && answers.keep(key, ctx, call, answer);

    if (kind === 'hashes') {
      const answer = known();
      if (answer !== undefined) return output(answer as never);
      const result = await next();
      // The same call may have come twice at once; the first to be done has kept its answer.
      await writes.run(() => known() ?? keep(result.output));
      return result;
    }
    return writes.run(async () => {
      // The session may have ended while this call waited for its turn.
      gate.authenticate(tokenOf(context), ctx.now);
      if (kind === 'completes') return next();
      const answer = known();
      if (answer !== undefined) return output(answer as never);
      const result = await next();
      keep(result.output);
      return result;
    });
  });

  return base.use(failures).use(guard).use(unitOfWork);
}

/** The builder that a feature's procedures are made with. */
export type Procedures = ReturnType<typeof createProcedures>;

function nameOf(path: readonly string[]): CallName {
  return path.join('.') as CallName;
}

/** The session's token that came with a call; throws NOT_SIGNED_IN where there is none. */
export function tokenOf(context: CallContext): string {
  const header = context.reqHeaders?.get('authorization') ?? '';
  if (!header.startsWith('Bearer ')) throw refuse('NOT_SIGNED_IN', {});
  return header.slice('Bearer '.length);
}

function approvalPinOf(input: unknown): string | undefined {
  const approval = (input as { approval?: { pin?: unknown } } | null)?.approval;
  return typeof approval?.pin === 'string' ? approval.pin : undefined;
}
