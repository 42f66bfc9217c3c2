import type { Clock } from '../../clock';
import type { Procedures } from '../../rpc/procedures';
import type { People } from './people-services';

/** Signing in and out, one's own account, and the accounts of others. */
export function peopleProcedures({ people }: Procedures, services: People, clock: Clock) {
  const { accounts, accountLists, ownAccounts, permissions, recovery, registrations, signIns } = services;
  return people.router({
    signIn: people.signIn.handler(({ input }) => signIns.signIn(input, clock())),
    signInByPin: people.signInByPin.handler(({ input }) => signIns.signInByPin(input, clock())),
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
    changePassword: people.changePassword.handler(async ({ context: { ctx }, input }) => {
      await ownAccounts.changePassword(ctx, input);
      return {};
    }),
    changePin: people.changePin.handler(({ context: { ctx }, input }) => ownAccounts.changePin(ctx, input)),

    listAccounts: people.listAccounts.handler(({ context: { ctx }, input }) => accountLists.list(ctx, input)),
    listPeople: people.listPeople.handler(({ context: { ctx } }) => accountLists.people(ctx)),
    createAccount: people.createAccount.handler(({ context: { ctx }, input }) => accounts.create(ctx, input)),
    changeAccount: people.changeAccount.handler(({ context: { ctx }, input }) => accounts.change(ctx, input)),
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
