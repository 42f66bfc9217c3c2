import type { SettingsService } from '#main/features/settings/index';
import type { Reader } from '#main/platform/work/connections';
import type { Outputs, ParsedInputs } from '#shared/contract/index';
import { refuse } from '#shared/contract/refusals';
import type { Transfer } from '#shared/contract/transfers';
import { instantsOf } from '#shared/kernel/time';
import { transferReads } from './transfer.queries';
import { transferList } from './transfer-list.queries';
import { transferPdf } from './transfer-pdf';
import { headOf, wholeOf } from './transfer-view';

type Calls = ParsedInputs['transfers'];

/** Read access to transfers. */
export class TransferListService {
  readonly #reads;
  readonly #list;
  readonly #settings: SettingsService;

  constructor(reader: Reader, settings: SettingsService) {
    this.#reads = transferReads(reader);
    this.#list = transferList(reader);
    this.#settings = settings;
  }

  /** A page of transfers, newest first; days are in the store's time zone, both inclusive. */
  list({ offset, limit, from, to, ...filter }: Calls['list']): Outputs['transfers']['list'] {
    const instants = instantsOf({ from, to }, this.#settings.current.timeZone);
    const { rows, ...total } = this.#list.page({ ...filter, ...instants }, { offset, limit });
    return { rows: rows.map(headOf), ...total };
  }

  /** One transfer with its lines; a draft also with the available stock of each. @throws NOT_FOUND */
  get(id: number): Transfer {
    const row = this.#reads.transfer.get(id);
    if (!row) throw refuse('NOT_FOUND', { what: 'transfer' });
    return wholeOf(this.#reads, row);
  }

  /** The transfer on A4 pages, to accompany the goods. @throws NOT_FOUND */
  async pdf(id: number): Promise<Outputs['transfers']['pdf']> {
    const transfer = this.get(id);
    const bytes = await transferPdf(transfer, this.#settings.current);
    return {
      fileName: `transfer-${transfer.number ?? 'draft'}.pdf`,
      base64: bytes.toString('base64'),
    };
  }
}
