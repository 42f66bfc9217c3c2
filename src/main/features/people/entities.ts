import { AccountEntity } from './account.entity';
import { RecoveryCodeEntity } from './recovery-code.entity';
import { RegistrationEntity } from './registration.entity';
import { RolePermissionEntity } from './role-permission.entity';
import { SessionEntity } from './session.entity';
import { SignInAlertEntity } from './sign-in-alert.entity';
import { SignInFailureEntity } from './sign-in-failure.entity';

/** The tables of `people`. */
export const peopleEntities = [
  AccountEntity,
  SessionEntity,
  SignInFailureEntity,
  SignInAlertEntity,
  RegistrationEntity,
  RecoveryCodeEntity,
  RolePermissionEntity,
];
