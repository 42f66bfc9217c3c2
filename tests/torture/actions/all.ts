import type { Role } from '#shared/contract/common';
import type { Action } from './action';
import { alertActions } from './alerts';
import { catalogueActions } from './catalogue';
import { importActions } from './imports';
import { issueActions } from './issues';
import { orderActions } from './orders';
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
];

/** How often someone tries what their role may not do. */
const NOT_THEIRS = 0.01;

/** All that a person of a role does, and now and then what they may not. */
export function actionsOf(role: Role): Action[] {
  return ALL.map((action) =>
    action.roles.includes(role) ? action : { ...action, weight: action.weight * NOT_THEIRS },
  );
}
