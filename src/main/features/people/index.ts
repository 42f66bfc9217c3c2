/** What the rest of the main process uses of `people`. */

export type { AccountFields, AccountService, HashedSecrets } from './account.service';
export { peopleEntities } from './entities';
export { peopleProcedures } from './people.procedures';
export { createPeople } from './people-services';
export type { RecoveryService } from './recovery.service';
export type { SessionService } from './session.service';
export type { SignInService } from './sign-in.service';
export type { TryLimitService } from './try-limit.service';
