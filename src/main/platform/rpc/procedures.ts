import { implement } from '@orpc/server';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Damage } from '#main/platform/database/damage';
import type { Log } from '#main/platform/logging/log';
import type { WriteQueue } from '#main/platform/work/write-queue';
import { type Permission, type Person, type Proof, proof } from '#shared/contract/common';
import { type CallName, contract } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { type CallRule, callRules, rolesThatMay } from '#shared/permissions';
import { type Answers, assertShort } from './answers';
import { plainFailure } from './failures';

/** What a transport hands over with each call. */
export interface CallContext {
  /**
   * `authorization` carries the session's token, `idempotency-key` makes a change repeatable, `setup-code` proves in a
   * browser who may create the store.
   */
  reqHeaders?: Headers;
  /** Where the call came in: the window of this machine, or a browser behind the loopback address. */
  entry: 'desktop' | 'browser';
}

/** A live session and what its person may do at this moment. */
export type LiveSession = Omit<Ctx, 'call' | 'now' | 'approvedBy'>;

/** What the middleware asks of the people feature. */
export interface Gate {
  /** The live session of a token; throws NOT_SIGNED_IN, SESSION_REPLACED, SESSION_TAKEN_OVER or SESSION_EXPIRED. */
  authenticate(token: string, now: number): LiveSession;
  /** Whether a session can only be unlocked, taken over or signed out. */
  isLocked(sessionId: number, now: number): boolean;
  /** Notes that a person does something in a session, so that it does not lock by itself. */
  noteActivity(sessionId: number, now: number): void;
  /** Checks the code that came with a call that creates the store; throws SETUP_CODE_WRONG or TOO_MANY_TRIES. */
  checkSetupCode(given: string | null, call: CallName, now: number): Promise<void>;
  /** The person who approves, by their proof; throws APPROVAL_REFUSED, PIN_TOO_SHORT or TOO_MANY_TRIES. */
  approve(asker: LiveSession, needs: readonly Permission[], proof: Proof, now: number): Promise<Person>;
}

/**
 * What a call that hashes a secret does its change in: one unit of work that first looks up the call's key, then
 * applies the change and stores its answer. Returns the first answer where the key is known.
 */
export type Once = <Answer>(change: () => Promise<Answer>) => Promise<Answer>;

interface Needs {
  gate: Gate;
  writes: WriteQueue;
  answers: Answers;
  clock: Clock;
  log: Log;
  damage: Damage;
}

/** Calls that nobody has to be signed in for get no `ctx`, and only those that hash get `once`. */
type OpenContext = CallContext & { ctx: Ctx; once: Once };

/**
 * The way of every call: failures made plain, session, permission, schema, and for what changes something
 * one unit of work that answers the same key with the same answer.
 */
export function createProcedures({ gate, writes, answers, clock, log, damage }: Needs) {
  const base = implement(contract).$context<CallContext>().$config({
    // The schema is checked after session and permission, and before the unit of work.
    initialInputValidationIndex: -1,
    initialOutputValidationIndex: Number.NaN,
  });

  const failures = base.middleware(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw plainFailure(error, nameOf(path), { log, damage });
    }
  });

  const guard = base.middleware(async ({ context, next, path }, input) => {
    const call = nameOf(path);
    const rule = callRules[call];
    const now = clock();
    if (rule.createsStore && context.entry === 'browser') {
      await gate.checkSetupCode(context.reqHeaders?.get('setup-code') ?? null, call, now);
    }
    if (rule.needs === 'anyone') return next({ context: {} as { ctx: Ctx; once: Once } });
    const session = unlockedSession(context, rule, now);
    if (rule.kind !== 'reads') gate.noteActivity(session.sessionId, now);
    const approvedBy = await permit(session, rule, input, now);
    return next({ context: { ctx: { ...session, call, now, approvedBy }, once: noOnce } });
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
    const given = approvalOf(input);
    if (!given) throw refuse('APPROVAL_NEEDED', { rolesThatMay: rolesThatDo, permissions: [...needs] });
    return gate.approve(session, needs, given, now);
  };

  /**
   * The approver of a call that checks for itself whether it needs an approval; null when none was sent. It is
   * verified here because no secret may be hashed inside a unit of work.
   */
  const verifyGiven = async (session: LiveSession, rule: CallRule, input: unknown, now: number) => {
    const needs = rule.mayNeedApproval;
    const given = approvalOf(input);
    return given && needs && session.withApproval.has(needs)
      ? gate.approve(session, [needs], given, now)
      : null;
  };

  const unlockedSession = (context: CallContext, rule: CallRule, now: number) => {
    const session = gate.authenticate(tokenOf(context), now);
    if (!rule.whileLocked && gate.isLocked(session.sessionId, now)) throw refuse('SESSION_LOCKED', {});
    return session;
  };

  /** Calls that hash, by their keys: a second one waits for the first, so that it finds its answer. */
  const hashing = new Map<string, Promise<unknown>>();

  const unitOfWork = base.middleware(async ({ context, next, path }, input, output) => {
    const call = nameOf(path);
    const rule = callRules[call];
    const { ctx } = context as OpenContext;
    if (rule.kind === 'reads') return next();
    const key = context.reqHeaders?.get('idempotency-key') ?? undefined;
    if (key !== undefined) assertShort(key);
    const repeatable =
      key === undefined || rule.kind === 'completes'
        ? null
        : { key, ctx, call, digest: answers.digestOf(input) };
    const known = () => (repeatable ? answers.find(repeatable) : undefined);
    const keep = (answer: unknown) => repeatable && answers.keep(repeatable, answer);
    const assertStillIn = () => unlockedSession(context, rule, ctx.now);

    if (rule.kind === 'hashes') {
      const once: Once = (change) =>
        writes.run(async () => {
          assertStillIn();
          const answer = known();
          if (answer !== undefined) return answer as Awaited<ReturnType<typeof change>>;
          const result = await change();
          keep(result);
          return result;
        });
      const run = async () => {
        const answer = known();
        return answer === undefined ? next({ context: { once } }) : output(answer as never);
      };
      return key === undefined ? run() : afterOthersOf(hashing, key, run);
    }
    return writes.run(async () => {
      // The session may have ended or been locked while this call waited for its turn.
      assertStillIn();
      if (rule.kind === 'completes') return next();
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

/** The approval that came with a call; anything else is no approval. */
function approvalOf(input: unknown): Proof | undefined {
  return proof.safeParse((input as { approval?: unknown } | null)?.approval).data;
}

const noOnce: Once = () => {
  throw new Error('Only a call whose kind is "hashes" applies its change through once');
};

/** Runs something once whatever else runs under the same key has ended. */
async function afterOthersOf<T>(
  running: Map<string, Promise<unknown>>,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const before = running.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => undefined);
  running.set(key, settled);
  try {
    return await mine;
  } finally {
    if (running.get(key) === settled) running.delete(key);
  }
}
