import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { CreateAccount, firstPasswordEnd } from '@kycuong/domain/access/create-account.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq, sql } from 'drizzle-orm';
import { command } from '../command.ts';
import { endDraft } from '../draft/find-draft.ts';
import type { Transaction } from '../transaction.ts';
import { hashPassword } from './password.ts';
import { coveredByAll } from './reach.ts';
import { requireHeldOver } from './require-held-over.ts';
import { requireStrong } from './require-strong.ts';
import { requireUnitInForce } from './require-unit-in-force.ts';

async function isFirst(tx: Transaction): Promise<boolean> {
  return (await tx.select({ id: account.id }).from(account).limit(1)).length === 0;
}

async function requireThere(tx: Transaction, { unitId, grants }: CreateAccount, today: PlainDate) {
  await requireUnitInForce(tx, unitId, today, 'unitId');
  for (const [index, grant] of grants.entries())
    await requireUnitInForce(tx, grant.unitId, grant.validFrom, `grants.${index}.unitId`);
}

/** A person who can sign in. The password is a given one, except of the demo story and of the first administrator. Nobody gives a role beyond the units that they administer themselves. */
export const createAccount = command({
  action: 'access.create-account',
  input: CreateAccount,
  secrets: ['password'],
  load: async ({ tx, input }) => ({
    resource: {
      coveredBy: await coveredByAll(tx, [input.unitId, ...input.grants.map(({ unitId }) => unitId)]),
    },
    subject: { kind: 'account', id: input.accountId, unitId: input.unitId },
  }),
  run: async ({ tx, actor, input, now }) => {
    const { accountId, username, fullName, email, unitId, grants, password } = input;
    const { invented = false, chosen = false } = input;
    const taken = await tx
      .select({ id: account.id })
      .from(account)
      .where(eq(sql`lower(${account.username})`, username));
    if (taken.length > 0) {
      throw new DomainError('conflict', 'access.username-taken', { username, field: 'username' });
    }
    await requireHeldOver(tx, grants, (index) => `grants.${index}.unitId`);
    const atCommandLine = actor.accountId === null;
    const ofDemo = atCommandLine && invented;
    // The story's people hold today's roles since before the reform that made their units.
    if (!ofDemo) await requireThere(tx, input, dateInVietnam(now));
    if (!ofDemo) await requireStrong(tx, 'password', password, { username, fullName, unitId });
    const given = !ofDemo && !(atCommandLine && chosen && (await isFirst(tx)));
    const passwordHash = await hashPassword(password);
    await tx
      .insert(account)
      .values({ id: accountId, username, fullName, email, unitId, invented, recordedAt: now });
    await tx
      .insert(roleGrant)
      .values(grants.map((grant) => ({ id: uuidV7(now.getTime()), accountId, ...grant })));
    // After the roles: a new role beyond what there was ends a given password.
    const givenUntil = given ? firstPasswordEnd(now) : null;
    await tx.insert(credential).values({ accountId, passwordHash, changedAt: now, given, givenUntil });
    await endDraft(tx, actor, { form: 'account', about: null });
    return { accountId, username };
  },
});
