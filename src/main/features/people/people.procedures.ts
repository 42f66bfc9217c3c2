import type { Clock } from '#main/platform/clock';
import type { Procedures } from '#main/platform/rpc/procedures';
import type { People } from './people-services';

/** Signing in and out, one's own account, and the accounts of others. */
export function peopleProcedures({ people }: Procedures, services: People, clock: Clock) {
  const { accounts, accountLists, approvals, locks, ownAccounts, permissions, recovery, registrations } =
    services;
  const { signIns, tryLimit } = services;
  return people.router({
    signIn: people.signIn.handler(({ input }) => signIns.signIn(input, clock())),
    signInByPin: people.signInByPin.handler(({ input }) => signIns.signInByPin(input, clock())),
    tiles: people.tiles.handler(() => signIns.tiles(clock())),
    lock: people.lock.handler(({ context: { ctx } }) => {
      signIns.lock(ctx);
      return {};
    }),
    active: people.active.handler(async ({ context: { ctx } }) => {
      await locks.markActive(ctx.sessionId, ctx.now);
      return {};
    }),
    takeOver: people.takeOver.handler(({ context: { ctx }, input }) => signIns.takeOver(ctx, input)),
    approvers: people.approvers.handler(({ context: { ctx }, input }) =>
      approvals.approvers(ctx, input.permissions),
    ),
    listSignInAlerts: people.listSignInAlerts.handler(() => tryLimit.alerts()),
    dismissSignInAlert: people.dismissSignInAlert.handler(({ context: { ctx }, input }) => {
      tryLimit.dismissAlert(ctx, input.id);
      return {};
    }),
    unlock: people.unlock.handler(({ context: { ctx }, input }) => signIns.unlock(ctx, input)),
    me: people.me.handler(({ context: { ctx } }) => signIns.signedIn(ctx, ctx.now)),
    signOut: people.signOut.handler(({ context: { ctx }, input }) => {
      signIns.signOut(ctx, input);
      return {};
    }),

    register: people.register.handler(async ({ input }) => {
      await registrations.register(input, clock());
      return {};
    }),
    listRegistrations: people.listRegistrations.handler(() => registrations.list()),
    decideRegistration: people.decideRegistration.handler(async ({ context: { ctx }, input }) => {
      await registrations.decide(ctx, input);
      return {};
    }),

    recover: people.recover.handler(({ input }) => recovery.recover(input, clock())),
    renewRecoveryCode: people.renewRecoveryCode.handler(({ context: { ctx }, input }) =>
      recovery.renew(ctx, input),
    ),

    changeProfile: people.changeProfile.handler(({ context: { ctx }, input }) =>
      ownAccounts.changeProfile(ctx, input),
    ),
    changePassword: people.changePassword.handler(async ({ context: { ctx, once }, input }) => {
      await ownAccounts.changePassword(ctx, input, once);
      return {};
    }),
    changePin: people.changePin.handler(({ context: { ctx, once }, input }) =>
      ownAccounts.changePin(ctx, input, once),
    ),

    listAccounts: people.listAccounts.handler(({ context: { ctx }, input }) => accountLists.list(ctx, input)),
    listPeople: people.listPeople.handler(({ context: { ctx } }) => accountLists.people(ctx)),
    createAccount: people.createAccount.handler(({ context: { ctx, once }, input }) =>
      accounts.create(ctx, input, once),
    ),
    changeAccount: people.changeAccount.handler(({ context: { ctx, once }, input }) =>
      accounts.change(ctx, input, once),
    ),
    deleteAccount: people.deleteAccount.handler(async ({ context: { ctx }, input }) => {
      await accounts.delete(ctx, input.id);
      return {};
    }),

    permissions: people.permissions.handler(() => permissions.list()),
    changePermission: people.changePermission.handler(({ context: { ctx }, input }) => {
      permissions.change(ctx, input);
      return {};
    }),
  });
}
