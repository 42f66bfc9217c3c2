import type { Clock } from '#main/platform/clock';
import type { Procedures } from '#main/platform/rpc/procedures';
import type { People } from './people-services';

/** The calls for signing in and out, the signed-in person's own account, and the accounts of others. */
export function peopleProcedures({ people }: Procedures, services: People, clock: Clock) {
  const { accounts, accountLists, managedAccounts, ownAccounts, ownSecrets, recovery } = services;
  const { activity, approvals, locks, sessionViews, signIns, tillSessions } = services;
  const { permissions, permissionLists, signInAlerts, tryRecords } = services;
  const { registrations, registrationLists, registrationRequests } = services;
  return people.router({
    signIn: people.signIn.handler(({ context: { reader }, input }) => signIns.signIn(reader, input, clock())),
    signInByPin: people.signInByPin.handler(({ context: { reader }, input }) =>
      signIns.signInByPin(reader, input, clock()),
    ),
    tiles: people.tiles.handler(({ context: { reader } }) => sessionViews.on(reader).tiles(clock())),
    lock: people.lock.handler(({ context: { ctx, tx } }) => {
      locks.in(tx).lock(ctx.sessionId, ctx.now);
      return {};
    }),
    active: people.active.handler(async ({ context: { ctx } }) => {
      await activity.markActive(ctx.sessionId, ctx.now);
      return {};
    }),
    takeOver: people.takeOver.handler(({ context: { ctx, reader }, input }) =>
      signIns.takeOver(reader, ctx, input),
    ),
    approvers: people.approvers.handler(({ context: { ctx, reader }, input }) =>
      approvals.on(reader).approvers(ctx, input.permissions),
    ),
    listSignInAlerts: people.listSignInAlerts.handler(({ context: { reader } }) =>
      signInAlerts.on(reader).openAlerts(),
    ),
    dismissSignInAlert: people.dismissSignInAlert.handler(({ context: { ctx, tx }, input }) => {
      tryRecords.in(tx).dismissAlert(ctx, input.id);
      return {};
    }),
    unlock: people.unlock.handler(({ context: { ctx, reader }, input }) =>
      signIns.unlock(reader, ctx, input),
    ),
    me: people.me.handler(({ context: { ctx, reader } }) => sessionViews.on(reader).signedIn(ctx, ctx.now)),
    signOut: people.signOut.handler(({ context: { ctx, tx }, input }) => {
      tillSessions.in(tx).signOut(ctx, input);
      return {};
    }),

    register: people.register.handler(async ({ input }) => {
      await registrationRequests.register(input, clock());
      return {};
    }),
    listRegistrations: people.listRegistrations.handler(({ context: { reader } }) =>
      registrationLists.on(reader).list(),
    ),
    decideRegistration: people.decideRegistration.handler(async ({ context: { ctx, tx }, input }) => {
      await registrations.in(tx).decide(ctx, input);
      return {};
    }),

    recover: people.recover.handler(({ context: { reader }, input }) =>
      recovery.recover(reader, input, clock()),
    ),
    renewRecoveryCode: people.renewRecoveryCode.handler(({ context: { ctx, reader }, input }) =>
      recovery.renew(reader, ctx, input),
    ),

    changeProfile: people.changeProfile.handler(({ context: { ctx, tx }, input }) =>
      ownAccounts.in(tx).changeProfile(ctx, input),
    ),
    changePassword: people.changePassword.handler(async ({ context: { ctx, once, reader }, input }) => {
      await ownSecrets.changePassword(reader, ctx, input, once);
      return {};
    }),
    changePin: people.changePin.handler(({ context: { ctx, once, reader }, input }) =>
      ownSecrets.changePin(reader, ctx, input, once),
    ),

    listAccounts: people.listAccounts.handler(({ context: { ctx, reader }, input }) =>
      accountLists.on(reader).list(ctx, input),
    ),
    listPeople: people.listPeople.handler(({ context: { ctx, reader } }) =>
      accountLists.on(reader).people(ctx),
    ),
    createAccount: people.createAccount.handler(({ context: { ctx, once, reader }, input }) =>
      managedAccounts.create(reader, ctx, input, once),
    ),
    changeAccount: people.changeAccount.handler(({ context: { ctx, once, reader }, input }) =>
      managedAccounts.change(reader, ctx, input, once),
    ),
    ownDeletion: people.ownDeletion.handler(({ context: { ctx, reader } }) => ({
      isLastAdmin: accountLists.on(reader).isLastAdmin(ctx),
    })),
    deleteAccount: people.deleteAccount.handler(async ({ context: { ctx, tx }, input }) => {
      await accounts.in(tx).delete(ctx, input.id);
      return {};
    }),

    permissions: people.permissions.handler(({ context: { reader } }) => permissionLists.on(reader).list()),
    changePermission: people.changePermission.handler(({ context: { ctx, tx }, input }) => {
      permissions.in(tx).change(ctx, input);
      return {};
    }),
  });
}
