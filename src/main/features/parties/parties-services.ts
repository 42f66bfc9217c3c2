import type { Database } from '#main/platform/database/database';
import { CustomerService } from './customer.service';
import { SupplierService } from './supplier.service';

/** Creates the services of customers and suppliers. */
export function createParties(database: Database) {
  return {
    customers: database.inUnits((tx) => new CustomerService(tx)),
    suppliers: database.inUnits((tx) => new SupplierService(tx)),
  };
}
