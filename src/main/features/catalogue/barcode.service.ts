import type { Repository } from 'typeorm';
import type { SettingsService } from '#main/features/settings/index';
import type { Tx } from '#main/platform/work/connections';
import { refuse } from '#shared/contract/refusals';
import { type BarcodeKind, guessBarcodeKind, normalizeBarcode } from '#shared/kernel/barcode';
import type { UnitOfMeasure } from '#shared/kernel/quantity';
import { parseScaleLabel } from '#shared/kernel/scale-label';
import type { ProductBarcodeEntity } from './product-barcode.entity';
import { productRuleQueries } from './product-rules.queries';

/** A barcode as entered; the kind is guessed if it is omitted. */
interface BarcodeInput {
  code: string;
  kind?: BarcodeKind | undefined;
  quantityMilli: number;
}

type Barcode = Pick<ProductBarcodeEntity, 'code' | 'kind' | 'quantityMilli'>;

interface Parts {
  repository: Repository<ProductBarcodeEntity>;
  settings: SettingsService;
}

/** The barcodes of products, normalized; each belongs to one product only. */
export class BarcodeService {
  readonly #barcodes: Repository<ProductBarcodeEntity>;
  readonly #rules;
  readonly #settings: SettingsService;

  constructor(tx: Tx, { repository, settings }: Parts) {
    this.#settings = settings;
    this.#barcodes = repository;
    this.#rules = productRuleQueries(tx);
  }

  /**
   * Replaces the barcodes of a product, in the unit of work of its change. For a weighed product, the label of one
   * portion is stored as the code of every portion.
   * @throws BARCODE_CHECK_DIGIT, BARCODE_FORMAT, or BARCODE_TAKEN or BARCODE_OF_LOCATION with the owner.
   */
  async replace(
    { id: productId, unit }: { id: number; unit: UnitOfMeasure },
    wanted: readonly BarcodeInput[],
  ): Promise<void> {
    const present = await this.#barcodes.findBy({ productId });
    const entered = (input: BarcodeInput): Barcode =>
      isWeighed(unit) ? this.#ofAnyPortion(normalized(input)) : normalized(input);
    const barcodes = distinct(wanted.map((input) => knownOf(present, input) ?? entered(input)));
    for (const { code } of barcodes) this.#assertNotTaken(code, productId);
    const gone = present.filter(({ code }) => !barcodes.some((barcode) => barcode.code === code));
    await this.#barcodes.remove(gone);
    await this.#barcodes.save(
      barcodes.map((barcode) => ({
        ...present.find(({ code }) => code === barcode.code),
        ...barcode,
        productId,
      })),
    );
  }

  #ofAnyPortion(barcode: Barcode): Barcode {
    const label = parseScaleLabel(barcode.code, this.#settings.current.scaleLayouts);
    return label ? { ...barcode, code: label.lookupCode } : barcode;
  }

  #assertNotTaken(code: string, productId: number): void {
    const owner = this.#rules.byBarcode.get(code);
    if (owner && owner.id !== productId) {
      throw refuse('BARCODE_TAKEN', { code, productId: owner.id, productName: owner.name });
    }
    const place = this.#rules.locationOfBarcode.get(code);
    if (place) throw refuse('BARCODE_OF_LOCATION', { code, locationId: place.id, locationName: place.name });
  }
}

/** For other units, a code in the scale's range is a number of the store's own that encodes no weight. */
function isWeighed(unit: UnitOfMeasure): boolean {
  return unit === 'kg' || unit === 'g';
}

/**
 * A barcode that the product already has is kept as stored: its normalized code may no longer have its kind's format.
 */
function knownOf(present: readonly ProductBarcodeEntity[], input: BarcodeInput): Barcode | undefined {
  const known = present.find(({ code, kind }) => code === input.code && kind === (input.kind ?? kind));
  return known && { code: known.code, kind: known.kind, quantityMilli: input.quantityMilli };
}

function normalized({ code: given, kind = guessBarcodeKind(given), quantityMilli }: BarcodeInput): Barcode {
  const result = normalizeBarcode(kind, given);
  if (result.ok) return { code: result.code, kind, quantityMilli };
  if (result.reason === 'CHECK_DIGIT' && result.expectedCheckDigit !== undefined) {
    throw refuse('BARCODE_CHECK_DIGIT', { code: given, expected: result.expectedCheckDigit });
  }
  throw refuse('BARCODE_FORMAT', { code: given, kind });
}

/** Merges duplicates of a code; refuses a code that is given with two different quantities. */
function distinct(barcodes: readonly Barcode[]): Barcode[] {
  const byCode = new Map<string, Barcode>();
  for (const barcode of barcodes) {
    const twin = byCode.get(barcode.code);
    if (twin && twin.quantityMilli !== barcode.quantityMilli) {
      const message = `${barcode.code} is there twice, for different quantities`;
      throw refuse('INPUT_INVALID', { issues: [{ field: 'barcodes', message }] });
    }
    byCode.set(barcode.code, barcode);
  }
  return [...byCode.values()];
}
