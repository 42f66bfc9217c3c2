import { ORPCError } from '@orpc/client';
import { StandardRPCJsonSerializer, StandardRPCSerializer } from '@orpc/client/standard';
import { RequestHeadersPlugin } from '@orpc/server/plugins';
import { StandardHandler, StandardRPCCodec, StandardRPCMatcher } from '@orpc/server/standard';
import type { Log } from '#main/platform/logging/log';
import { refuse } from '#shared/contract/refusals';
import type { CallContext } from './procedures';

type Handle = StandardHandler<CallContext>['handle'];

/** The calls of an open store, and the log for their failures. */
export interface Served {
  router: ConstructorParameters<typeof StandardHandler<CallContext>>[0];
  log: Log;
}

/** The answer to a call that cannot be read: a declared refusal, as for any other invalid input. */
export function unreadable(cause: unknown) {
  const refusal = refuse('INPUT_INVALID', { issues: [{ field: '', message: 'cannot be read' }] });
  return Object.assign(refusal, { cause });
}

/** Decodes calls and encodes answers like oRPC, but answers unreadable calls with a declared refusal. */
class CallCodec extends StandardRPCCodec {
  override async decode(...args: Parameters<StandardRPCCodec['decode']>): Promise<unknown> {
    try {
      return await super.decode(...args);
    } catch (error) {
      throw unreadable(error);
    }
  }
}

/** Handles the calls of all transports and answers each one, even when its headers cannot be read. */
export class CallHandler extends StandardHandler<CallContext> {
  readonly #codec: CallCodec;
  readonly #log: Log;

  constructor(store: Served, log: Log) {
    const codec = new CallCodec(new StandardRPCSerializer(new StandardRPCJsonSerializer()));
    super(store.router, new StandardRPCMatcher(), codec, {
      plugins: [new RequestHeadersPlugin<CallContext>()],
      interceptors: [noted(log)],
    });
    this.#codec = codec;
    this.#log = log;
  }

  override async handle(...args: Parameters<Handle>): ReturnType<Handle> {
    try {
      return await super.handle(...args);
    } catch (error) {
      this.#log.warn({ err: error }, 'a call could not be read');
      return { matched: true, response: this.#codec.encodeError(unreadable(error)) };
    }
  }
}

/** Logs answers that oRPC cannot encode; refusals and failed calls are logged where they happen. */
function noted(log: Log) {
  return async <T>({ next }: { next(): Promise<T> }): Promise<T> => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof ORPCError)) log.warn({ err: error }, 'a call could not be answered');
      throw error;
    }
  };
}
