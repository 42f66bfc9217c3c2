import type { Role } from '#shared/contract/common';
import type { Action } from './action';
import { alertActions } from './alerts';
import { catalogueActions } from './catalogue';
import { importActions } from './imports';
import { issueActions } from './issues';
import { lookingActions } from './looking';
import { orderActions } from './orders';
import { ownAccountActions } from './own-account';
import { paperActions } from './papers';
import { peopleActions } from './people';
import { salesActions } from './sales';
import { settingsActions } from './settings';
import { stockActions } from './stock';
import { stocktakeActions } from './stocktakes';
import { taskActions } from './tasks';
import { transferActions } from './transfers';

const ALL: readonly Action[] = [
  ...salesActions,
  ...orderActions,
  ...stockActions,
  ...transferActions,
  ...issueActions,
  ...stocktakeActions,
  ...catalogueActions,
  ...importActions,
  ...taskActions,
  ...alertActions,
  ...peopleActions,
  ...settingsActions,
  ...paperActions,
  ...lookingActions,
  ...ownAccountActions,
];

/** How often a person tries what their role cannot do. */
const NOT_THEIRS = 0.01;

/** How often the office does the work of cashiers and storekeepers. */
const WORK_OF_OTHERS = 0.15;

/** All actions of a role, and occasionally one that it is not permitted. */
export function actionsOf(role: Role): Action[] {
  return ALL.map((action) => ({ ...action, weight: action.weight * likelihood(action, role) }));
}

function likelihood({ roles }: Action, role: Role): number {
  if (!roles.includes(role)) return NOT_THEIRS;
  const isOffice = role === 'admin' || role === 'manager';
  return isOffice && (roles.includes('cashier') || roles.includes('storekeeper')) ? WORK_OF_OTHERS : 1;
}
