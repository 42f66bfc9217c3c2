import type { Connection } from '#main/platform/work/connections';
import type { ParsedInputs } from '#shared/contract/index';
import type { Location } from '#shared/contract/stock';
import { locationQueries } from './location.queries';

const GENERATED_BARCODE_DIGITS = 4;

/** Read access to the departments and storerooms of a store. */
export class LocationListService {
  readonly #queries;

  constructor(connection: Connection) {
    this.#queries = locationQueries(connection);
  }

  /** All locations, selling locations first, then by name. */
  list(): Location[] {
    return this.#queries.list();
  }

  /** The location with exactly this barcode. */
  byBarcode(code: string): Location | undefined {
    return this.#queries.byBarcode(code);
  }

  /** A barcode that no location or product has, for example LOC-0007 for the seventh location if that is free. */
  freeBarcode({ id }: ParsedInputs['stock']['freeLocationBarcode']): string {
    const isTaken = (code: string) => this.#queries.byBarcode(code) ?? this.#queries.productOfBarcode(code);
    let number = id ?? this.#queries.nextId();
    while (isTaken(barcodeOf(number))) number += 1;
    return barcodeOf(number);
  }
}

function barcodeOf(number: number): string {
  return `LOC-${String(number).padStart(GENERATED_BARCODE_DIGITS, '0')}`;
}
