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

/** How often someone tries what their role may not do. */
const NOT_THEIRS = 0.01;

/** How often the office does what cashiers and storekeepers do all day. */
const WORK_OF_OTHERS = 0.15;

/** All that a person of a role does, and now and then what they may not. */
export function actionsOf(role: Role): Action[] {
  return ALL.map((action) => ({ ...action, weight: action.weight * likelihood(action, role) }));
}

function likelihood({ roles }: Action, role: Role): number {
  if (!roles.includes(role)) return NOT_THEIRS;
  const isOffice = role === 'admin' || role === 'manager';
  return isOffice && (roles.includes('cashier') || roles.includes('storekeeper')) ? WORK_OF_OTHERS : 1;
}
