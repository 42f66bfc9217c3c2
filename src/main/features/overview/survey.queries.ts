import { VALUED_ORDER } from '#main/features/stock/readings';
import { IS_SELLING_LOCATION } from '#main/platform/database/selling-location';
import type { Reader } from '#main/platform/work/connections';
import type { UnitOfMeasure } from '#shared/kernel/quantity';

/** An entry with all the data the overview needs; entries of a product are adjacent, and so are those of a batch. */
export interface SurveyedEntry {
  productId: number;
  productName: string;
  sku: string;
  unit: UnitOfMeasure;
  categoryId: number | null;
  isArchived: 0 | 1;
  thresholdMilli: number | null;
  reorderMilli: number | null;
  locationId: number;
  batchId: number | null;
  batchNumber: string | null;
  expiresOn: string | null;
  onHandMilli: number;
  reservedMilli: number;
  /** The average cost of this product and batch, as a quantity and its cost. */
  averagedMilli: number;
  averagedMinor: number;
}

export interface SurveyedLocation {
  id: number;
  name: string;
}

export interface SurveyedCategory {
  id: number;
  parentId: number | null;
  name: string;
}

/** Reads all stock, some products at a time. */
export function surveyQueries(reader: Reader) {
  return {
    /** The products that follow a given one, by name. */
    productsAfter: reader.prepare<[string, number, number], { id: number; name: string }>(
      'SELECT id, name FROM product WHERE (name, id) > (?, ?) ORDER BY name, id LIMIT ?',
    ),

    /** All entries of products, whose ids are passed as JSON, in their order. */
    entries: reader.prepare<[string], SurveyedEntry>(
      `SELECT e.product_id AS productId, p.name AS productName, p.sku, p.unit, p.category_id AS categoryId,
         p.status = 'archived' AS isArchived, p.threshold_milli AS thresholdMilli,
         p.reorder_milli AS reorderMilli, e.location_id AS locationId, e.batch_id AS batchId,
         b.number AS batchNumber, b.expires_on AS expiresOn, e.on_hand_milli AS onHandMilli,
         e.reserved_milli AS reservedMilli, 
         COALESCE(c.averaged_milli, 0) AS averagedMilli, COALESCE(c.averaged_minor, 0) AS averagedMinor
       FROM json_each(?) asked CROSS JOIN product p ON p.id = asked.value
       CROSS JOIN stock_entry e ON e.product_id = p.id
       LEFT JOIN stock_cost c
         ON c.product_id = e.product_id AND COALESCE(c.batch_id, 0) = COALESCE(e.batch_id, 0)
       LEFT JOIN batch b ON b.id = e.batch_id
       ORDER BY asked.key, ${VALUED_ORDER}`,
    ),

    /** The thresholds of single locations. */
    thresholds: reader.prepare<[], { productId: number; locationId: number; thresholdMilli: number }>(
      `SELECT t.product_id AS productId, t.location_id AS locationId, t.threshold_milli AS thresholdMilli
       FROM location_threshold t JOIN location l ON l.id = t.location_id WHERE l.closed_at IS NULL`,
    ),

    locations: reader.prepare<[], SurveyedLocation>(
      `SELECT l.id, l.name FROM location l ORDER BY ${IS_SELLING_LOCATION} DESC, l.name, l.id`,
    ),

    categories: reader.prepare<[], SurveyedCategory>(
      'SELECT id, parent_id AS parentId, name FROM category WHERE deleted_at IS NULL ORDER BY name, id',
    ),
  };
}
