import type { Symbology } from '#main/platform/printing/barcode-bars';
import { suppressUpcA } from '#shared/kernel/barcode';
import { batchCodeOf } from '#shared/kernel/batch-code';
import { composeGs1 } from '#shared/kernel/gs1/gs1';
import type { BatchGoods, LocationGoods, ProductCode, ProductGoods } from './label.queries';

/** A code as printed: the symbology of its bars, and the text in them and below. */
export interface PrintedCode {
  symbology: Symbology;
  text: string;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]+$/;
const TRADE_KINDS: readonly string[] = ['ean13', 'ean8', 'upca', 'upce', 'itf14'];

/**
 * The codes that a product's label can show, best first; a scan of any of them finds one unit of the product. A product
 * without its own code uses its SKU.
 * @param skuIsFound whether a scan of the SKU finds this product
 */
export function codesOfProduct({ codes, sku }: ProductGoods, skuIsFound: boolean): PrintedCode[] {
  if (codes.length > 0) return codes.flatMap(printed);
  return skuIsFound ? code128(sku) : [];
}

/**
 * The codes of a batch: a GS1-128 with the product's GTIN, expiry and batch, which other systems can read as well;
 * otherwise the store's own code of the batch, which is shorter.
 */
export function codesOfBatch({ id, codes, number: batch, expiresOn }: BatchGoods): PrintedCode[] {
  const trade = codes.find(({ kind }) => TRADE_KINDS.includes(kind));
  const gs1 = trade && composeGs1({ gtin: trade.code, batch, expiresOn });
  return [...(gs1 ? [{ symbology: 'gs1-128' as const, text: gs1 }] : []), ...code128(batchCodeOf(id))];
}

export function codesOfLocation({ barcode }: LocationGoods): PrintedCode[] {
  return barcode === null ? [] : code128(barcode);
}

/** A stored code in its original symbology: UPC codes and some ITF-14 codes are stored as the equivalent EAN-13. */
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

/** None if Code 128 cannot encode the text. */
function code128(text: string): PrintedCode[] {
  return PRINTABLE_ASCII.test(text) ? [{ symbology: 'code128', text }] : [];
}
