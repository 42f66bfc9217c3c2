import { z } from 'zod';
import { cleanLine } from '#shared/kernel/clean-text';
import { call, openCall } from './base';
import {
  givenPassword,
  givenPin,
  id,
  instant,
  listOf,
  maybeEmail,
  optionalLine,
  page,
  permission,
  person,
  role,
  version,
  words,
} from './common';
import { refuses } from './refusals';

/** The name a person signs in with; an @ would make it an email address. */
export const username = z
  .string()
  .overwrite(cleanLine)
  .trim()
  .min(2)
  .max(40)
  .regex(/^[^\s@]+$/u);
/** Ten characters or more; length is what makes a password strong (NIST SP 800-63B, 5.1.1). */
const newPassword = z.string().min(10).max(200);
/** People who can approve need six digits; easily guessed PINs are refused (`kernel/pin`). */
const newPin = givenPin;

/** An account, for people who may see it; it contains no secrets. */
const account = z.object({
  id,
  username: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  role,
  department: z.string(),
  hasPin: z.boolean(),
  /** Whether the PIN is long enough to approve with; a shorter one only signs in. */
  pinApproves: z.boolean(),
  /** The party that orders name as their customer; null for an account that was never a customer's. */
  partyId: id.nullable(),
  active: z.boolean(),
  deletedAt: instant.nullable(),
  createdAt: instant,
  version,
});
export type Account = z.infer<typeof account>;

/** Who is signed in, at which till, and what they may do; it decides what the window shows. */
export const signedIn = z.object({
  account,
  till: z.object({ id, code: z.string(), name: z.string() }),
  /** What this person may do alone, and what with a manager's approval. */
  permissions: z.array(permission),
  withApproval: z.array(permission),
  /** Whether this person can currently sign in and unlock by PIN at this till. */
  pinWorksHere: z.boolean(),
  /** Whether this person's role can approve for others, so that the PIN needs six digits. */
  canApprove: z.boolean(),
  /** A locked session can only be unlocked, taken over or signed out. */
  locked: z.boolean(),
  /** Minutes without use of a window until the session locks; 0: it never locks by itself. */
  lockAfterMinutes: z.int(),
  expiresAt: instant,
});
export type SignedIn = z.infer<typeof signedIn>;

const newSession = z.object({ token: z.string(), signedIn });

const profileFields = {
  username: username.optional(),
  email: maybeEmail.optional(),
  firstName: words(80).optional(),
  lastName: optionalLine(80).optional(),
  department: optionalLine(80).optional(),
};

const registration = z.object({
  id,
  username: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  department: z.string(),
  requestedAt: instant,
});
export type Registration = z.infer<typeof registration>;

/** Many wrong PINs or passwords within a day, for one person or for unknown names. */
const signInAlert = z.object({
  id,
  /** The person whose PIN or password was tried; null for unknown names. */
  person: person.nullable(),
  failures: z.int(),
  raisedAt: instant,
});
export type SignInAlert = z.infer<typeof signInAlert>;

const uniqueAccount = refuses('USERNAME_TAKEN', 'EMAIL_TAKEN', 'PERSON_NAME_TAKEN');
const limited = refuses('TOO_MANY_TRIES');
const passwordRules = refuses('PASSWORD_TOO_EASY');
const pinRules = refuses('PIN_TOO_SHORT', 'PIN_TOO_EASY');

export const people = {
  /** Opens a session by username or email and password; any other session of the person ends. */
  signIn: openCall
    .input(z.object({ login: words(200), password: givenPassword }))
    .errors({ ...limited, ...refuses('SIGN_IN_WRONG') })
    .output(newSession),

  /** The people who can sign in by PIN at this till because they used their password here recently. By name. */
  tiles: openCall.output(z.array(person)),

  /** Opens a session by the PIN of the person on a tile. */
  signInByPin: openCall
    .input(z.object({ accountId: id, pin: givenPin }))
    .errors({ ...limited, ...refuses('SIGN_IN_WRONG', 'PASSWORD_FIRST') })
    .output(newSession),

  /** Locks this session, in the main process too: it keeps its ticket until it is unlocked or taken over. */
  lock: call.input(z.object({}).optional()).output(z.object({})),

  /** Reports that a window of this session is in use, so that it does not lock by itself. */
  active: call.input(z.object({}).optional()).output(z.object({})),

  /** Unlocks this session by the PIN or the password of the person signed in. */
  unlock: call
    .input(z.object({ pin: givenPin.optional(), password: givenPassword.optional() }))
    .errors({ ...limited, ...refuses('SIGN_IN_WRONG', 'PASSWORD_FIRST') })
    .output(signedIn),

  /**
   * Another person unlocks the till with their own tile and PIN, or with name and password: this session ends, a
   * new one opens for them, and they get its ticket. Their own ticket at this till, if there is one, is parked
   * under the returned name.
   */
  takeOver: call
    .input(
      z.union([
        z.object({ accountId: id, pin: givenPin }),
        z.object({ login: words(200), password: givenPassword }),
      ]),
    )
    .errors({ ...limited, ...refuses('SIGN_IN_WRONG', 'PASSWORD_FIRST') })
    .output(newSession.extend({ parkedName: z.string().nullable() })),

  /** The signed-in person, their till and what they may do there. */
  me: call.output(signedIn),

  /**
   * Everyone but the signed-in person who can approve something that needs one of these permissions, signed in or
   * not. They can approve by PIN only where it is long enough, and by password always.
   */
  approvers: call
    .input(z.object({ permissions: z.array(permission).min(1).max(30) }))
    .output(z.array(person.extend({ role, pinApproves: z.boolean() }))),

  /** Ends this session, or with `everywhere` all sessions of this person. */
  signOut: call.input(z.object({ everywhere: z.boolean().default(false) })).output(z.object({})),

  /** Asks for an account; a manager approves or refuses it. */
  register: openCall
    .input(
      z.object({
        username,
        email: maybeEmail,
        firstName: words(80),
        lastName: optionalLine(80),
        department: optionalLine(80).default(''),
        password: newPassword,
      }),
    )
    .errors({ ...limited, ...uniqueAccount, ...passwordRules })
    .output(z.object({})),

  /** Requests for an account that are not yet decided, oldest first. */
  listRegistrations: call.output(z.array(registration)),

  /** Approves a request and gives it a role, or refuses it. */
  decideRegistration: call
    .input(
      z.object({
        id,
        decision: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('approve'), role }),
          z.object({ kind: z.literal('refuse') }),
        ]),
      }),
    )
    .errors({ ...uniqueAccount, ...refuses('REGISTRATION_DECIDED') })
    .output(z.object({})),

  /** Lets an admin back in with the code printed at the first run; the code works once and is replaced by a new one. */
  recover: openCall
    .input(z.object({ login: words(200), code: words(60), newPassword }))
    .errors({ ...limited, ...passwordRules, ...refuses('RECOVERY_CODE_WRONG') })
    .output(newSession.extend({ recoveryCode: z.string() })),

  /** Replaces the recovery code with a new one. */
  renewRecoveryCode: call
    .input(z.object({ password: givenPassword }))
    .errors({ ...limited, ...refuses('PASSWORD_WRONG') })
    .output(z.object({ recoveryCode: z.string() })),

  /**
   * Changes the signed-in person's own name, email or department, unless their account was changed since `version`.
   * Fields that are left out stay as they are.
   */
  changeProfile: call
    .input(z.object({ version, ...profileFields }))
    .errors({ ...uniqueAccount, ...refuses('CHANGED_MEANWHILE') })
    .output(account),

  /** Sets the signed-in person's new password; needs the current one. */
  changePassword: call
    .input(z.object({ password: givenPassword, newPassword }))
    .errors({ ...limited, ...passwordRules, ...refuses('PASSWORD_WRONG') })
    .output(z.object({})),

  /** Sets or removes (null) the signed-in person's PIN. It never reveals whether another person has the same PIN. */
  changePin: call
    .input(z.object({ password: givenPassword, pin: newPin.nullable() }))
    .errors({ ...limited, ...pinRules, ...refuses('PASSWORD_WRONG') })
    .output(account),

  /** Sign-in alerts that nobody has dismissed yet, newest first. */
  listSignInAlerts: call.output(z.array(signInAlert)),

  /** Dismisses a sign-in alert, so that nobody is shown it again; NOT_FOUND if it was dismissed before. */
  dismissSignInAlert: call.input(z.object({ id })).output(z.object({})),

  /** The accounts this person may see: an admin sees all, a manager those of lower roles, others their own. */
  listAccounts: call
    .input(
      z.object({
        search: optionalLine(200).default(''),
        role: role.optional(),
        /** Only admins see deleted accounts. */
        deleted: z.boolean().default(false),
        ...page,
      }),
    )
    .output(listOf(account)),

  /** The names of the people who work here, for filters. */
  listPeople: call.output(z.array(person)),

  /** Creates an account for another person. NOT_PERMITTED for a role that this person may not give. */
  createAccount: call
    .input(
      z.object({
        username,
        email: maybeEmail.default(''),
        firstName: words(80),
        lastName: optionalLine(80).default(''),
        role,
        department: optionalLine(80).default(''),
        password: newPassword,
        pin: newPin.nullable().default(null),
      }),
    )
    .errors({ ...limited, ...uniqueAccount, ...passwordRules, ...pinRules })
    .output(account),

  /** Changes an account; only an admin can change roles. A new password or PIN ends the sessions of the account. */
  changeAccount: call
    .input(
      z.object({
        id,
        version,
        ...profileFields,
        role: role.optional(),
        active: z.boolean().optional(),
        newPassword: newPassword.optional(),
        newPin: newPin.nullable().optional(),
      }),
    )
    .errors({
      ...limited,
      ...uniqueAccount,
      ...passwordRules,
      ...pinRules,
      ...refuses('LAST_ADMIN', 'CHANGED_MEANWHILE'),
    })
    .output(account),

  /** Whether the signed-in person is the last admin, who cannot delete their own account. */
  ownDeletion: call.output(z.object({ isLastAdmin: z.boolean() })),

  /** Hides and disables the person's own account or one that they manage; it is never removed. The last admin stays. */
  deleteAccount: call.input(z.object({ id })).errors(refuses('LAST_ADMIN')).output(z.object({})),

  /** What each role may do in this store: the default grant, and the current one. */
  permissions: call.output(
    z.array(
      z.object({
        role,
        permission,
        byDefault: z.enum(['yes', 'no', 'approval']),
        now: z.enum(['yes', 'no', 'approval']),
        changeable: z.boolean(),
      }),
    ),
  ),

  /** Changes what cashiers or storekeepers may do, one permission at a time; null restores the default. */
  changePermission: call
    .input(
      z.object({
        role: z.enum(['storekeeper', 'cashier']),
        permission,
        grant: z.enum(['yes', 'no', 'approval']).nullable(),
      }),
    )
    .output(z.object({})),
};
