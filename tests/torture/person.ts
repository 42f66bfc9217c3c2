import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { ORPCError } from '@orpc/client';
import type { Role } from '#shared/contract/common';
import type { CallName, Inputs, Outputs } from '#shared/contract/index';
import { refusals } from '#shared/contract/refusal-codes';
import { connect, type SocketClient } from '../support/socket-client';
import type { Random } from './random';
import type { CallRecord, Change } from './record';

/** A refusal that the program declares, or should declare. */
export class Refused extends Error {
  readonly code: string;
  constructor(code: string, options: ErrorOptions) {
    super(`Refused: ${code}`, options);
    this.code = code;
  }
}

/** Whether a call was refused only because its session had ended or was locked. */
export const isOfSession = ({ code }: Refused): boolean => /^(NOT_SIGNED_IN|SESSION_)/.test(code);

/** The program ended before it answered. */
export class Unanswered extends Error {}

export interface Account {
  id: number;
  login: string;
  role: Role;
  /** The passwords that may be valid, since a change may be unanswered. */
  passwords: string[];
  pin: string;
}

/** What a person needs from the harness. */
export interface Surroundings {
  record: CallRecord;
  /** Judges a response that is not an ordinary refusal; a disk fault can explain it. */
  judge(call: CallName, code: string, isDeclared: boolean, startedAt: number): void;
}

type Call = (input: unknown, options: { context: { idempotencyKey?: string } }) => Promise<unknown>;

const SESSION_CODES = ['NOT_SIGNED_IN', 'SESSION_REPLACED', 'SESSION_EXPIRED', 'SESSION_TAKEN_OVER'];
/** Calls that end or lock the session that would repeat them. */
export const ENDING_CALLS: readonly CallName[] = ['people.signOut', 'people.lock'];
/** How often a change is sent twice at once under one key, as by a double click. */
const TWICE_AT_ONCE = 0.02;
const CLOSING_MS = 5000;

/** A signed-in person at a window with a separate connection. */
export class Person {
  readonly account: Account;
  random: Random;
  readonly #around: Surroundings;
  #client: SocketClient | null = null;
  #gone: Promise<never> = new Promise(() => undefined);
  #token: string | null = null;
  #isLocked = false;

  constructor(account: Account, random: Random, around: Surroundings) {
    this.account = account;
    this.random = random;
    this.#around = around;
  }

  /** Connects to a program that was started, with the earlier session if it is still valid. */
  async connect(url: string): Promise<void> {
    const client = await connect(url);
    this.#client = client;
    this.#gone = client.closed.then(() => {
      throw new Unanswered();
    });
    this.#gone.catch(() => undefined);
    if (this.#token !== null) this.takeSession(this.#token);
  }

  disconnect(): void {
    this.#client?.close();
    this.#client = null;
  }

  /** Uses a session, as after a sign-in. */
  takeSession(token: string): void {
    this.#token = token;
    this.#isLocked = false;
    this.#client?.signIn(token);
    if (this.#client) void this.#listen(this.#client);
  }

  /** Subscribes to changes, as every window does, for as long as the session and the connection last. */
  async #listen({ calls }: SocketClient): Promise<void> {
    try {
      for await (const _ of await calls.events.changes()) this.#around.record.answered.add('events.changes');
    } catch {
      // The session or the connection has ended.
    }
  }

  /** Signs in if the session has ended or is locked. */
  async getIn(): Promise<void> {
    // A new sign-in replaces a locked session.
    if (this.#token === null || this.#isLocked) await this.signIn();
  }

  async signIn(): Promise<void> {
    const { login } = this.account;
    for (const password of [...this.account.passwords]) {
      try {
        const { token } = await this.read('people', 'signIn', { login, password });
        this.account.passwords = [password];
        this.takeSession(token);
        return;
      } catch (error) {
        if (!(error instanceof Refused && error.code === 'SIGN_IN_WRONG')) throw error;
      }
    }
    throw new Error(`${login} cannot sign in by any password that was ever set`);
  }

  /** Makes a call that is not recorded: it reads, or its result is not stored. */
  async read<F extends keyof Inputs, C extends keyof Inputs[F] & keyof Outputs[F] & string>(
    feature: F,
    call: C,
    input?: Inputs[F][C],
  ): Promise<Outputs[F][C]> {
    const answer = await this.#send(`${feature}.${call}` as CallName, input);
    this.#around.record.reads += 1;
    return answer as Outputs[F][C];
  }

  /**
   * Makes a changing call under a new key.
   * @param inputOf creates the input; a text with the given mark in it proves later that it happened once
   */
  async change<F extends keyof Inputs, C extends keyof Inputs[F] & keyof Outputs[F] & string>(
    feature: F,
    call: C,
    inputOf: (mark: string) => Inputs[F][C],
  ): Promise<Outputs[F][C]> {
    const key = randomUUID();
    const name = `${feature}.${call}` as CallName;
    const change = this.#around.record.start({
      login: this.account.login,
      call: name,
      key,
      input: inputOf(key),
    });
    return (await this.repeat(change)) as Outputs[F][C];
  }

  /**
   * Sends a recorded change, for the first time or again, and records its outcome.
   * @param signsInAgain whether a refusal for its session alone is no outcome, so that the change is sent again
   */
  async repeat(change: Change, signsInAgain = false): Promise<unknown> {
    const { record } = this.#around;
    const isFirst = change.outcome.kind === 'unanswered';
    try {
      const answer = await this.#sendMaybeTwice(change);
      if (isFirst) record.settle(change, { kind: 'answered', answer });
      return answer;
    } catch (error) {
      const isSentAgain = signsInAgain && error instanceof Refused && isOfSession(error);
      if (error instanceof Refused && isFirst && !isSentAgain)
        record.settle(change, { kind: 'refused', code: error.code, isDeclared: error.code in refusals });
      throw error;
    }
  }

  async #sendMaybeTwice({ call, input, key }: Change): Promise<unknown> {
    const isRepeatable = !ENDING_CALLS.includes(call);
    if (!(isRepeatable && this.random.chance(TWICE_AT_ONCE))) return this.#send(call, input, key);
    const [first, second] = await Promise.allSettled([
      this.#send(call, input, key),
      this.#send(call, input, key),
    ]);
    if (first.status === 'rejected') {
      // After a disk failure the first can be refused while the second succeeds as a separate attempt.
      if (first.reason instanceof Refused && second.status === 'fulfilled') return second.value;
      throw first.reason;
    }
    const isSame = second.status === 'fulfilled' && isDeepStrictEqual(first.value, second.value);
    if (!(isSame || (second.status === 'rejected' && second.reason instanceof Unanswered)))
      this.#around.record.find('a call sent twice at once got two different answers', {
        call,
        first,
        second,
      });
    return first.value;
  }

  async #send(call: CallName, input: unknown, key?: string): Promise<unknown> {
    if (!this.#client) throw new Unanswered();
    const [feature, name] = call.split('.') as [string, string];
    const client = this.#client.calls as unknown as Record<string, Record<string, Call>>;
    const send = client[feature]?.[name];
    if (!send) throw new Error(`There is no call ${call}`);
    const startedAt = performance.now();
    try {
      const context = key === undefined ? {} : { idempotencyKey: key };
      const answer = await Promise.race([send(input, { context }), this.#gone]);
      this.#around.record.answered.add(call);
      return answer;
    } catch (error) {
      if (error instanceof Unanswered) throw error;
      if (!(error instanceof ORPCError)) {
        // The link fails before its socket has closed; any other order is an error of the harness.
        await Promise.race([this.#gone, wait(CLOSING_MS)]);
        throw error;
      }
      this.#noteRefusal(call, error, startedAt);
      throw new Refused(error.code, { cause: error });
    }
  }

  #noteRefusal(call: CallName, { code, defined }: ORPCError<string, unknown>, startedAt: number): void {
    this.#around.record.refused(code);
    this.#around.judge(call, code, defined, startedAt);
    if (SESSION_CODES.includes(code)) this.#token = null;
    if (code === 'SESSION_LOCKED') this.#isLocked = true;
  }
}
