import { type ProductListService, ProductLookup } from '#main/features/catalogue/index';
import type { SettingsService } from '#main/features/settings/index';
import type { Database } from '#main/platform/database/database';
import type { Drawing } from '#main/platform/printing/drawing';
import type { OnReader } from '#main/platform/work/connections';
import type { LabelDrawings } from './drawings';
import { LabelService } from './label.service';

interface Needs {
  database: Database;
  settings: SettingsService;
  productLists: OnReader<ProductListService>;
  drawing: Drawing<LabelDrawings>;
}

/** Creates the service of labels. */
export function createLabels({ database, settings, productLists, drawing }: Needs) {
  return {
    labels: database.onReader(
      (reader) =>
        new LabelService(reader, {
          settings,
          drawing,
          products: new ProductLookup(reader),
          productLists: productLists.on(reader),
        }),
    ),
  };
}
