/** The part of `people` that the rest of the main process uses. */

export type { AccountFields, AccountService } from './account.service';
export { peopleEntities } from './entities';
export type { GrantService } from './grant.service';
export type { HashedSecrets, NewSecretService } from './new-secret.service';
export { peopleProcedures } from './people.procedures';
export { createPeople } from './people-services';
export type { RecoveryCodeService } from './recovery-code.service';
export type { SessionViewService } from './session-view.service';
export type { TillSessionService } from './till-session.service';
export type { TryLimitService } from './try-limit.service';
