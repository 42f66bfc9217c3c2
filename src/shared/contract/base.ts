import { oc } from '@orpc/contract';
import { refuses } from './refusals';

/** The refusals that any call can return. */
const always = refuses(
  'INPUT_INVALID',
  'NOT_FOUND',
  'STORE_NOT_READY',
  'DISK_FULL',
  'READ_ONLY',
  'STORE_BUSY',
  'STORAGE_FAILED',
  'STORE_DAMAGED',
  'KEY_REUSED',
);

/** A call that anyone may make, signed in or not. */
export const openCall = oc.errors(always);

/** A call that needs a live session; `permissions.ts` says which roles may make it. */
export const call = openCall.errors(
  refuses(
    'NOT_SIGNED_IN',
    'SESSION_REPLACED',
    'SESSION_EXPIRED',
    'SESSION_TAKEN_OVER',
    'SESSION_LOCKED',
    'NOT_PERMITTED',
  ),
);

/** A call that a manager can approve on the spot for a person who may not make it alone. */
export const approvableCall = call.errors(
  refuses('APPROVAL_NEEDED', 'APPROVAL_REFUSED', 'PIN_TOO_SHORT', 'TOO_MANY_TRIES'),
);
