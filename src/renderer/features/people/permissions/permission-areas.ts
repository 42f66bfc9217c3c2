import type { Permission, Role } from '#shared/contract/common';
import type { Outputs } from '#shared/contract/index';

export type Area = 'till' | 'goods' | 'stock' | 'orders' | 'store';

/** The permissions by area, in display order. */
export const areas: Record<Area, readonly Permission[]> = {
  till: ['sell', 'discountAndOverride'],
  goods: ['lookUp', 'editCatalogue', 'editPrices', 'seeCost'],
  stock: ['seeQuantities', 'moveStock', 'stockReports', 'manageTasks', 'manageLocations'],
  orders: ['serveOrders', 'fulfilOrders', 'dateOrdersBack', 'manageChannels'],
  store: ['readAudit', 'manageAccounts', 'manageRoles', 'manageStore'],
};

export type PermissionCell = Outputs['people']['permissions'][number];

/** The cell for a role and a permission in the store's table. */
export function cellOf(
  cells: readonly PermissionCell[],
  role: Role,
  permission: Permission,
): PermissionCell | undefined {
  return cells.find((cell) => cell.role === role && cell.permission === permission);
}
