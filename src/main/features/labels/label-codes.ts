import type { Symbology } from '#main/platform/printing/barcode-bars';
import { suppressUpcA } from '#shared/kernel/barcode';
import { batchCodeOf } from '#shared/kernel/batch-code';
import { composeGs1 } from '#shared/kernel/gs1/gs1';
import type { BatchGoods, PlaceGoods, ProductCode, ProductGoods } from './label.queries';

/** A code as it is printed: its bars' symbology, and what stands in them and below. */
export interface PrintedCode {
  symbology: Symbology;
  text: string;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;
const TRADE_KINDS: readonly string[] = ['ean13', 'ean8', 'upca', 'upce', 'itf14'];

/**
 * The codes that a product may bear on a label, what is best first; all of them are found by a scan as one unit
 * of it. What has no code of its own bears its SKU.
 * @param skuIsFound whether a scan of the SKU finds this very product
 */
export function codesOfProduct({ codes, sku }: ProductGoods, skuIsFound: boolean): PrintedCode[] {
  if (codes.length > 0) return codes.flatMap(printed);
  return skuIsFound ? code128(sku) : [];
}

/**
 * The codes of a batch: a GS1-128 of the product's trade number with expiry and batch, which other shops' systems
 * read as well, else, being shorter, the shop's own code of the batch.
 */
export function codesOfBatch({ id, codes, number: batch, expiresOn }: BatchGoods): PrintedCode[] {
  const trade = codes.find(({ kind }) => TRADE_KINDS.includes(kind));
  const gs1 = trade && composeGs1({ gtin: trade.code, batch, expiresOn });
  return [...(gs1 ? [{ symbology: 'gs1-128' as const, text: gs1 }] : []), ...code128(batchCodeOf(id))];
}

export function codesOfPlace({ barcode }: PlaceGoods): PrintedCode[] {
  return barcode === null ? [] : code128(barcode);
}

/** A stored code in the symbology that it came in: UPC codes and some of ITF-14 are stored as the EAN-13 behind them. */
function printed({ code, kind }: ProductCode): PrintedCode[] {
  const upcA = code.slice(1);
  switch (kind) {
    case 'ean13':
    case 'ean8':
    case 'code39':
      return [{ symbology: kind, text: code }];
    case 'upca':
      return [{ symbology: 'upca', text: upcA }];
    case 'upce': {
      const upcE = suppressUpcA(upcA);
      return [upcE === null ? { symbology: 'upca', text: upcA } : { symbology: 'upce', text: upcE }];
    }
    case 'itf14':
      return [{ symbology: 'itf14', text: code.padStart(14, '0') }];
    case 'code128':
    case 'own':
      return code128(code);
  }
}

/** None for what Code 128 has no signs for. */
function code128(text: string): PrintedCode[] {
  return PRINTABLE_ASCII.test(text) ? [{ symbology: 'code128', text }] : [];
}
