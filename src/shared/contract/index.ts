import type {
  AnySchema,
  ContractRouterClient,
  InferContractRouterInputs,
  InferContractRouterOutputs,
  InferSchemaOutput,
} from '@orpc/contract';
import { alerts } from './alerts';
import { audit } from './audit';
import { catalogue } from './catalogue';
import { events } from './events';
import { imports } from './imports';
import { issues } from './issues';
import { jobs } from './jobs';
import { labels } from './labels';
import { notices } from './notices';
import { overview } from './overview';
import { people } from './people';
import { sales } from './sales';
import { scanning } from './scanning';
import { settings } from './settings';
import { stock } from './stock';
import { stocktakes } from './stocktakes';
import { stores } from './stores';
import { tasks } from './tasks';
import { tills } from './tills';
import { transfers } from './transfers';

/** All calls that a window can make, whatever the transport. */
export const contract = {
  alerts,
  audit,
  catalogue,
  events,
  imports,
  issues,
  jobs,
  labels,
  notices,
  overview,
  people,
  sales,
  scanning,
  settings,
  stock,
  stocktakes,
  stores,
  tasks,
  tills,
  transfers,
};

export type Contract = typeof contract;
export type ContractClient = ContractRouterClient<Contract, CallOptions>;
export type Inputs = InferContractRouterInputs<Contract>;
export type Outputs = InferContractRouterOutputs<Contract>;

/** The inputs of all calls as services receive them: parsed, with their defaults filled in. */
export type ParsedInputs = {
  [F in keyof Contract]: { [C in keyof Contract[F]]: ParsedInput<Contract[F][C]> };
};
type ParsedInput<Call> = Call extends { '~orpc': { inputSchema?: infer Schema } }
  ? InferSchemaOutput<Extract<Schema, AnySchema>>
  : never;

/** What a window can send with a call besides its input: an idempotency key that makes it repeatable. */
export interface CallOptions {
  idempotencyKey?: string;
}

/** The name of every call, like 'catalogue.createProduct'. */
export type CallName = {
  [F in keyof Contract]: `${F & string}.${keyof Contract[F] & string}`;
}[keyof Contract];
