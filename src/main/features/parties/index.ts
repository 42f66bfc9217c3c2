/** The part of `parties` that the rest of the main process uses. */

export type { CustomerService } from './customer.service';
export { partiesEntities } from './entities';
export { createParties } from './parties-services';
export { KnownSuppliers } from './supplier.queries';
export type { SupplierService } from './supplier.service';
