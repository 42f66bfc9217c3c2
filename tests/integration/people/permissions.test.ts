import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Permission, permission, type Role, roles } from '#shared/contract/common';
import { contract } from '#shared/contract/index';
import {
  approvablePermissions,
  callRules,
  changeablePermissions,
  permissionTable,
} from '#shared/permissions';
import { openTestShop, type TestShop } from '../../support/test-store';

let shop: TestShop;
const permissionsOf = async (role: Role) => (await shop.as(role).people.me()).permissions;
const grantOf = async (role: Role, one: Permission) =>
  (await shop.as('admin').people.permissions()).find((row) => row.role === role && row.permission === one);

beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.close());

describe("a store's changes to the permission table", () => {
  test('start with every role and permission at its default', async () => {
    const rows = await shop.as('manager').people.permissions();
    expect(rows).toHaveLength(roles.length * permission.options.length);
    for (const row of rows) {
      expect(row.byDefault).toBe(permissionTable[row.permission][row.role]);
      expect(row.now).toBe(row.byDefault);
    }
  });

  test('can widen a role, also for people signed in, from their next call on', async () => {
    await expect(permissionsOf('storekeeper')).resolves.not.toContain('seeCost');
    const wider = { role: 'storekeeper', permission: 'seeCost', grant: 'yes' } as const;
    await shop.as('admin').people.changePermission(wider);
    await expect(permissionsOf('storekeeper')).resolves.toContain('seeCost');
    await expect(permissionsOf('cashier')).resolves.not.toContain('seeCost');
    await expect(grantOf('storekeeper', 'seeCost')).resolves.toMatchObject({ byDefault: 'no', now: 'yes' });
  });

  test('can narrow a role and go back to the default', async () => {
    const cashier = { role: 'cashier', permission: 'discountAndOverride' } as const;
    const { people } = shop.as('admin');
    await people.changePermission({ ...cashier, grant: 'no' });
    await expect(shop.as('cashier').people.me()).resolves.toMatchObject({ withApproval: [] });
    await people.changePermission({ ...cashier, grant: 'yes' });
    await expect(permissionsOf('cashier')).resolves.toContain('discountAndOverride');
    await people.changePermission({ ...cashier, grant: null });
    await expect(shop.as('cashier').people.me()).resolves.toMatchObject({
      withApproval: ['discountAndOverride'],
    });
  });

  test('open and close the calls that need the permission', async () => {
    const { people } = shop.as('admin');
    const rule = { role: 'cashier', permission: 'seeQuantities' } as const;
    await expect(shop.as('cashier').people.listPeople()).resolves.toBeDefined();
    await people.changePermission({ ...rule, grant: 'no' });
    await expect(shop.as('cashier').people.listPeople()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await people.changePermission({ ...rule, grant: null });
    await expect(shop.as('cashier').people.listPeople()).resolves.toBeDefined();
  });

  test.for<Permission>(['manageStore', 'manageRoles', 'manageAccounts', 'readAudit'])(
    'never grant %s',
    async (one) => {
      const change = { role: 'cashier', permission: one, grant: 'yes' } as const;
      const refusal = { code: 'INPUT_INVALID', data: { issues: [{ field: 'permission' }] } };
      await expect(shop.as('admin').people.changePermission(change)).rejects.toMatchObject(refusal);
      await expect(grantOf('cashier', one)).resolves.toMatchObject({ now: 'no', changeable: false });
    },
  );

  test('are refused for admins, managers and customers', async () => {
    for (const role of ['admin', 'manager', 'customer'] as const) {
      const change = { role, permission: 'sell', grant: 'no' } as never;
      const refused = shop.as('admin').people.changePermission(change);
      await expect(refused).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(grantOf(role, 'sell')).resolves.toMatchObject({ changeable: false });
    }
  });

  test('accept approval only for permissions that can be approved', async () => {
    const change = { role: 'cashier', permission: 'seeCost', grant: 'approval' } as const;
    await expect(shop.as('admin').people.changePermission(change)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  });

  test('are kept in the audit trail', async () => {
    const change = { role: 'cashier', permission: 'seeCost', grant: 'yes' } as const;
    await shop.as('admin').people.changePermission(change);
    const { rows } = await shop.as('manager').audit.list({ action: 'people.changePermission' });
    expect(rows).toMatchObject([
      {
        label: 'cashier: seeCost',
        before: { grant: 'no' },
        after: { grant: 'yes' },
        by: { name: 'Admin Test' },
      },
    ]);
  });
});

test('exactly the permissions that calls with an approval need can be approved on the spot', () => {
  const approvable = changeablePermissions.filter((one) => {
    const calls = Object.entries(callRules).filter(([, rule]) => rule.needs === one);
    return calls.length > 0 && calls.every(([call]) => 'APPROVAL_NEEDED' in errorsOf(call));
  });
  expect(approvable).toEqual(approvablePermissions);
});

/** The refusals that a call of the contract declares. */
function errorsOf(call: string): object {
  const [feature = '', name = ''] = call.split('.');
  const calls = contract[feature as keyof typeof contract] as Record<
    string,
    { '~orpc': { errorMap: object } }
  >;
  return calls[name]?.['~orpc'].errorMap ?? {};
}
