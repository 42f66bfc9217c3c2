import { type ContractProcedure, implement, type ProcedureImplementer } from '@orpc/server';
import type { Clock } from '#main/platform/clock';
import type { Ctx } from '#main/platform/ctx';
import type { Database } from '#main/platform/database/database';
import type { Log } from '#main/platform/logging/log';
import type { InUnit, Reader, Tx } from '#main/platform/work/connections';
import { type Permission, type Person, type Proof, proof } from '#shared/contract/common';
import { type CallName, type Contract, contract } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import { type CallRule, callRules, type IsOpen, type KindOf, rolesThatMay } from '#shared/permissions';
import { type Answers, assertShort } from './answers';
import { plainFailure } from './failures';

/** What a transport passes with each call. */
export interface CallContext {
  /**
   * `authorization` carries the session's token, `idempotency-key` makes a change repeatable, `window-id` tells the
   * windows of a session apart, `setup-code` proves that the person at a browser may create the store.
   */
  reqHeaders?: Headers;
  /** Where the call came in: the window of this machine, or a browser behind the loopback address. */
  entry: 'desktop' | 'browser';
}

/** A live session and what its person may currently do. */
export type LiveSession = Omit<Ctx, 'call' | 'now' | 'approvedBy' | 'windowId'>;

/** Resolves a session's token to its person and their permissions. */
export interface SessionGate {
  /** The live session of a token; throws NOT_SIGNED_IN, SESSION_REPLACED, SESSION_TAKEN_OVER or SESSION_EXPIRED. */
  authenticate(token: string, now: number): LiveSession;
  /** Whether a session can only be unlocked, taken over or signed out. */
  isLocked(sessionId: number, now: number): boolean;
}

/** What the middleware needs from the people feature; used outside units of work except for `inUnit`. */
export interface Gate extends SessionGate {
  /** The same checks inside the unit of work of a call, which may have waited for its turn. */
  inUnit: InUnit<SessionGate>;
  /** Records activity in a session, so that it does not lock by itself. */
  noteActivity(sessionId: number, now: number): void;
  /** Checks the setup code of a call that creates the store; throws SETUP_CODE_WRONG or TOO_MANY_TRIES. */
  checkSetupCode(given: string | null, call: CallName, now: number): Promise<void>;
  /** Verifies a proof and returns the approver; throws APPROVAL_REFUSED, PIN_TOO_SHORT or TOO_MANY_TRIES. */
  approve(asker: LiveSession, needs: readonly Permission[], proof: Proof, now: number): Promise<Person>;
}

/**
 * Runs the change of a call that hashes a secret, in one unit of work: it looks up the call's idempotency key, applies
 * the change and stores the answer. Returns the first answer if the key is known.
 */
export type Once = <Answer>(change: (tx: Tx) => Promise<Answer>) => Promise<Answer>;

const LONGEST_WINDOW_ID = 36;

interface Needs {
  gate: Gate;
  database: Database;
  answers: Answers;
  clock: Clock;
  log: Log;
}

/** Calls without a session get no `ctx`, calls that read get a reader, and only calls that hash get `once`. */
type AnyContext = CallContext & { ctx: Ctx; once: Once; tx: Tx; reader: Reader };

/** The connection of a call: a unit of work for calls that change something, a reader for all others. */
type ConnectionOf<Name extends CallName> =
  KindOf<Name> extends 'reads'
    ? { reader: Reader }
    : KindOf<Name> extends 'hashes'
      ? { reader: Reader; once: Once }
      : { tx: Tx };

/** What the handler of a call receives besides its input. */
type ContextOf<Name extends CallName> = CallContext &
  ConnectionOf<Name> &
  (IsOpen<Name> extends true ? object : { ctx: Ctx });

type BuilderOf<Call, Context extends CallContext> =
  Call extends ContractProcedure<infer In, infer Out, infer Errors, infer Meta>
    ? ProcedureImplementer<CallContext, Context, In, Out, Errors, Meta>
    : never;

/** The builder for the procedures of a feature. */
export type Procedures = {
  [F in keyof Contract]: Pick<ReturnType<typeof implementer>[F], 'router'> & {
    [C in keyof Contract[F]]: BuilderOf<Contract[F][C], ContextOf<`${F}.${C & string}` & CallName>>;
  };
};

function implementer() {
  return implement(contract).$context<CallContext>().$config({
    // The schema is checked after session and permission, and before the unit of work.
    initialInputValidationIndex: -1,
    initialOutputValidationIndex: Number.NaN,
  });
}

/**
 * The middleware of all calls: it converts failures, checks session, permission and schema, and runs each call that
 * changes something in one unit of work, which returns the first answer for a repeated idempotency key.
 */
export function createProcedures({ gate, database, answers, clock, log }: Needs): Procedures {
  const { writes, damage } = database;
  const base = implementer();

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
    if (rule.needs === 'anyone') return next({ context: {} as Pick<AnyContext, 'ctx' | 'once'> });
    const session = unlockedSession(gate, context, rule, now);
    if (rule.kind !== 'reads') gate.noteActivity(session.sessionId, now);
    const approvedBy = await permit(session, rule, input, now);
    const windowId = windowIdOf(context);
    return next({ context: { ctx: { ...session, call, now, approvedBy, windowId }, once: noOnce } });
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
   * The approver of a call that itself checks whether it needs an approval; null when no approval was sent. It is
   * verified here because no secret may be hashed inside a unit of work.
   */
  const verifyGiven = async (session: LiveSession, rule: CallRule, input: unknown, now: number) => {
    const needs = rule.mayNeedApproval;
    const given = approvalOf(input);
    return given && needs && session.withApproval.has(needs)
      ? gate.approve(session, [needs], given, now)
      : null;
  };

  const unlockedSession = (sessions: SessionGate, context: CallContext, rule: CallRule, now: number) => {
    const session = sessions.authenticate(tokenOf(context), now);
    if (!rule.whileLocked && sessions.isLocked(session.sessionId, now)) throw refuse('SESSION_LOCKED', {});
    return session;
  };

  /** The running calls that hash, by idempotency key: a second one waits for the first, so that it finds its answer. */
  const hashing = new Map<string, Promise<unknown>>();

  const unitOfWork = base.middleware(async ({ context, next, path }, input, output) => {
    const call = nameOf(path);
    const rule = callRules[call];
    const { ctx } = context as AnyContext;
    if (rule.kind === 'reads') return database.read((reader) => next({ context: { reader } }));
    const key = context.reqHeaders?.get('idempotency-key') ?? undefined;
    if (key !== undefined) assertShort(key);
    const repeatable =
      key === undefined || rule.kind === 'completes'
        ? null
        : { key, ctx, call, digest: answers.digestOf(input) };
    const known = (tx: Tx) => (repeatable ? answers.findInUnit(tx, repeatable) : undefined);
    const keep = (tx: Tx, answer: unknown) => repeatable && answers.keep(tx, repeatable, answer);
    const assertStillIn = (tx: Tx) => unlockedSession(gate.inUnit.in(tx), context, rule, ctx.now);

    if (rule.kind === 'hashes') {
      const once: Once = (change) =>
        writes.run(async (tx) => {
          assertStillIn(tx);
          const answer = known(tx);
          if (answer !== undefined) return answer as Awaited<ReturnType<typeof change>>;
          const result = await change(tx);
          keep(tx, result);
          return result;
        });
      const run = () =>
        database.read(async (reader) => {
          const answer = repeatable ? answers.find(reader, repeatable) : undefined;
          return answer === undefined ? next({ context: { once, reader } }) : output(answer as never);
        });
      return key === undefined ? run() : afterOthersOf(hashing, key, run);
    }
    return writes.run(async (tx) => {
      // The session may have ended or been locked while this call waited for its turn.
      assertStillIn(tx);
      if (rule.kind === 'completes') return next({ context: { tx } });
      const answer = known(tx);
      if (answer !== undefined) return output(answer as never);
      const result = await next({ context: { tx } });
      keep(tx, result.output);
      return result;
    });
  });

  return base.use(failures).use(guard).use(unitOfWork) as unknown as Procedures;
}

function nameOf(path: readonly string[]): CallName {
  return path.join('.') as CallName;
}

/** The session's token of a call; throws NOT_SIGNED_IN when there is none. */
export function tokenOf(context: CallContext): string {
  const header = context.reqHeaders?.get('authorization') ?? '';
  if (!header.startsWith('Bearer ')) throw refuse('NOT_SIGNED_IN', {});
  return header.slice('Bearer '.length);
}

/** The id that a window sends with its calls; null if it sends none, or one too long to be an id. */
export function windowIdOf(context: CallContext): string | null {
  const given = context.reqHeaders?.get('window-id') ?? '';
  return given === '' || given.length > LONGEST_WINDOW_ID ? null : given;
}

/** The approval sent with a call, if it is a valid one. */
function approvalOf(input: unknown): Proof | undefined {
  return proof.safeParse((input as { approval?: unknown } | null)?.approval).data;
}

const noOnce: Once = () => {
  throw new Error('Only a call whose kind is "hashes" applies its change through once');
};

/** Runs work once all other work under the same key has ended. */
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
