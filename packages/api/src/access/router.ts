import type { PasswordOwner } from '@kycuong/domain/access/password-strength.ts';
import type { EnterCode } from '@kycuong/domain/access/second-factor.ts';
import { SignIn } from '@kycuong/domain/access/sign-in.ts';
import type { Context } from '../context.ts';
import { openOrder } from '../device/open-order.ts';
import { ask } from '../query.ts';
import {
  enrolling,
  enteringCode,
  hashing,
  mutation,
  openProcedure,
  provingOneself,
  reading,
  requestOf,
  router,
  settingPassword,
  signedInProcedure,
  signingIn,
} from '../trpc.ts';
import { beginRole } from './begin-role.ts';
import { changeAccount } from './change-account.ts';
import { changePassword } from './change-password.ts';
import { createAccount } from './create-account.ts';
import { currentSession } from './current-session.ts';
import { dropSecondFactor } from './drop-second-factor.ts';
import { endOwnSessions } from './end-own-sessions.ts';
import { endRole } from './end-role.ts';
import { endSessions } from './end-sessions.ts';
import { enrolSecondFactor } from './enrol-second-factor.ts';
import { enterCode } from './enter-code.ts';
import { getAccount } from './get-account.ts';
import { holdings } from './holdings.ts';
import { listAccounts } from './list-accounts.ts';
import { listSecurityEvents } from './list-security-events.ts';
import { lockAccount } from './lock-account.ts';
import { markRoleMistaken } from './mark-role-mistaken.ts';
import { ownSecondFactor } from './own-second-factor.ts';
import { ownSessions } from './own-sessions.ts';
import { removeSecondFactor } from './remove-second-factor.ts';
import { resetPassword } from './reset-password.ts';
import { sessionHash } from './sessions.ts';
import { signIn, signOut } from './sign-in.ts';
import { unlockAccount } from './unlock-account.ts';

/** What `weaknessOf` asks for, the id that the sign-in told, and no more of the account. */
async function passwordOwner(
  { ground }: Context,
  accountId: string,
): Promise<PasswordOwner & { readonly accountId: string }> {
  const request = { ground, caller: { kind: 'person', accountId } } as const;
  const { username, fullName, unit } = await ask(currentSession, request, undefined);
  return { accountId, username, fullName, unitName: unit?.name };
}

export const accessRouter = router({
  /** Null when nobody is signed in. */
  session: openProcedure.query(async ({ ctx }) => ({
    demo: ctx.demo,
    account:
      ctx.signedIn === undefined
        ? null
        : await ask(
            currentSession,
            { ground: ctx.ground, caller: { kind: 'person', accountId: ctx.signedIn.accountId } },
            undefined,
          ),
    /** Signed in with a given password: another one is to be set before anything else. */
    passwordToSet: ctx.toSetPassword !== undefined,
    /** Whose password it is that is to be set, which it may say nothing of. */
    passwordOwner: ctx.toSetPassword && (await passwordOwner(ctx, ctx.toSetPassword.accountId)),
    codeToEnter: ctx.toEnterCode !== undefined,
    factorToEnrol: ctx.toEnrol !== undefined,
    /** What the device that signed this is to know, whoever is signed in on it or not. Null: no device signed. */
    device: ctx.signer && { order: await openOrder(ctx.ground, ctx.signer) },
  })),
  signIn: signingIn
    .meta({ input: SignIn })
    .input((raw: unknown) => raw as SignIn)
    .mutation(({ ctx, input }) => signIn(ctx, input)),
  securityEvents: reading(listSecurityEvents),
  ownSessions: signedInProcedure.query(({ ctx }) =>
    ask(ownSessions, requestOf(ctx), { current: sessionHash(ctx.signedIn?.sessionId ?? '') }),
  ),
  endOwnSessions: mutation(endOwnSessions),
  enterCode: enteringCode
    .input((raw: unknown) => raw as EnterCode)
    .mutation(({ ctx, input }) => enterCode(ctx, ctx.caller.accountId, input)),
  secondFactor: reading(ownSecondFactor),
  enrolSecondFactor: mutation(enrolSecondFactor, enrolling),
  dropSecondFactor: mutation(dropSecondFactor, provingOneself),
  removeSecondFactor: mutation(removeSecondFactor),
  signOut: openProcedure.mutation(({ ctx }) => signOut(ctx)),
  changePassword: mutation(changePassword, settingPassword),
  accounts: reading(listAccounts),
  account: reading(getAccount),
  holdings: reading(holdings),
  createAccount: mutation(createAccount, hashing),
  changeAccount: mutation(changeAccount),
  resetPassword: mutation(resetPassword, hashing),
  lockAccount: mutation(lockAccount),
  unlockAccount: mutation(unlockAccount),
  beginRole: mutation(beginRole),
  endRole: mutation(endRole),
  markRoleMistaken: mutation(markRoleMistaken),
  endSessions: mutation(endSessions),
});
