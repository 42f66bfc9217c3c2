/** What the rest of the main process uses of `parties`. */

export type { CustomerService } from './customer.service';
export { partiesEntities } from './entities';
export { createParties } from './parties-services';
export { KnownSuppliers } from './supplier.queries';
export type { SupplierService } from './supplier.service';
