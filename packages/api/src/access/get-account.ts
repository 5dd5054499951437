import { secondFactor } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { accountStateOf } from '@kycuong/domain/access/account-state.ts';
import { type Action, can } from '@kycuong/domain/access/permission.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { eq } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { grantsOf } from './grants-of.ts';
import { mistakenRolesOf } from './mistaken-roles-of.ts';
import { needsSlip } from './needs-slip.ts';
import { coveredByAll } from './reach.ts';
import { reachedAccount } from './reached-account.ts';
import { sessionsOf } from './sessions-of.ts';

/** One account with its roles of all times, and which acts on it are the asker's to do. */
export const getAccount = query({
  input: z.object({ accountId: Id }),
  run: async (work) => {
    const { tx, actor, input, now } = work;
    const { account: row, resource } = await reachedAccount(work, input.accountId);
    const { id, username, fullName, email, unitId, invented, disabledAt, disabledReason } = row;
    const grants = await grantsOf(tx, id);
    const [place] =
      unitId === null ? [] : await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, unitId));
    const factor = await tx
      .select({ accountId: secondFactor.accountId })
      .from(secondFactor)
      .where(eq(secondFactor.accountId, id));
    const mistakenRoles = await mistakenRolesOf(tx, id);
    const may = (action: Action) => can(actor, action, resource);
    const others = id !== actor.accountId;
    const roles = [];
    for (const grant of grants) {
      const coveredBy = await coveredByAll(tx, [grant.unitId]);
      roles.push({ ...grant, mayEnd: can(actor, 'access.end-role', { coveredBy }) });
    }
    return {
      ...{ id, username, fullName, email, unitId, unitName: place?.name ?? null, invented },
      state: accountStateOf({ disabledAt, grants }, dateInVietnam(now)),
      lockedAt: disabledAt?.toISOString() ?? null,
      lockedReason: disabledReason,
      roles,
      mistakenRoles,
      hasFactor: factor.length > 0,
      needsSlip: disabledAt === null && (await needsSlip(tx, id, now)),
      sessions: await sessionsOf(tx, id, now),
      acts: {
        change: may('access.change-account'),
        reset: others && disabledAt === null && may('access.reset-password'),
        removeFactor: others && factor.length > 0 && may('access.remove-second-factor'),
        lock: others && disabledAt === null && may('access.lock-account'),
        unlock: disabledAt !== null && may('access.unlock-account'),
        endSessions: may('access.end-sessions'),
        beginRole: others && can(actor, 'access.begin-role', { coveredBy: await coveredByAll(tx, [unitId]) }),
      },
    };
  },
});
