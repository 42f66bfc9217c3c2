import { randomUUID } from 'node:crypto';
import type { Repository } from 'typeorm';
import type { Ctx } from '#main/platform/ctx';
import type { StoreLog } from '#main/platform/log/store-log';
import type { Tx } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Channel } from '#shared/contract/sales-documents';
import type { ChannelEntity } from './channel.entity';
import { channelQueries, toChannel } from './channel.queries';

interface Needs {
  repository: Repository<ChannelEntity>;
  audit: StoreLog;
}

const COUNTER = 'counter';

/** The sales channels: the built-in ones and those that the store added. */
export class ChannelService {
  readonly #repository: Repository<ChannelEntity>;
  readonly #queries;
  readonly #audit: StoreLog;

  constructor(tx: Tx, { repository, audit }: Needs) {
    this.#repository = repository;
    this.#queries = channelQueries(tx);
    this.#audit = audit;
  }

  /** @throws CHANNEL_TAKEN */
  async create(ctx: Ctx, { name }: ParsedInputs['sales']['createChannel']): Promise<Channel> {
    this.#nameMustBeFree(name, null);
    const made = await this.#repository.save({ code: randomUUID(), name, builtIn: 0, active: 1, version: 1 });
    this.#audit.record(ctx, { entity: 'channel', entityId: made.id, label: name, after: { name } });
    return toChannel(made);
  }

  /**
   * Renames, activates or deactivates a channel.
   * @throws CHANNEL_TAKEN, CHANGED_MEANWHILE; CHANNEL_ALWAYS_ON for the counter.
   */
  async change(ctx: Ctx, input: ParsedInputs['sales']['changeChannel']): Promise<Channel> {
    const known = await this.#repository.findOneBy({ id: input.id });
    if (!known) throw refuse('NOT_FOUND', { what: 'channel' });
    if (known.version !== input.version) {
      throw refuse('CHANGED_MEANWHILE', { what: known.name, by: this.#queries.changedBy(known.id) });
    }
    const { name = known.name, active = known.active === 1 } = input;
    if (!active && known.code === COUNTER) throw refuse('CHANNEL_ALWAYS_ON', { name: known.name });
    this.#nameMustBeFree(name, known.id);
    const changed = { ...known, name, active: active ? 1 : 0, version: known.version + 1 };
    await this.#repository.save(changed);
    this.#audit.record(ctx, {
      entity: 'channel',
      entityId: known.id,
      label: name,
      before: { name: known.name, active: known.active === 1 },
      after: { name, active },
    });
    return toChannel(changed);
  }

  /** @throws NOT_FOUND, CHANNEL_INACTIVE */
  assertActive(id: number): void {
    const channel = this.#queries.state(id);
    if (!channel) throw refuse('NOT_FOUND', { what: 'channel' });
    if (channel.active === 0) throw refuse('CHANNEL_INACTIVE', { name: channel.name });
  }

  #nameMustBeFree(name: string, ownId: number | null): void {
    const holder = this.#queries.idOfName(name);
    if (holder !== undefined && holder !== ownId) throw refuse('CHANNEL_TAKEN', { name });
  }
}
