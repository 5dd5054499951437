import { account } from '@kycuong/db/schema/access.ts';
import { device, deviceAccount, deviceWipe } from '@kycuong/db/schema/device.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { clockToleranceMs, deviceStateOf, deviceStates } from '@kycuong/domain/device/device-state.ts';
import { ReportWipe } from '@kycuong/domain/device/wipe-order.ts';
import { optionalLine } from '@kycuong/domain/input/bounded-text.ts';
import { desc, eq, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import * as z from 'zod/mini';
import { requireReach } from '../access/reach.ts';
import { matchesWords } from '../matches-words.ts';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';

const orderer = alias(account, 'orderer');
const canceller = alias(account, 'canceller');

function listWipes(tx: Transaction) {
  return tx
    .select({
      id: deviceWipe.id,
      deviceId: deviceWipe.deviceId,
      reason: deviceWipe.reason,
      orderedAt: deviceWipe.orderedAt,
      orderedBy: orderer.fullName,
      cancelledAt: deviceWipe.cancelledAt,
      cancelledBy: canceller.fullName,
      fetchedAt: deviceWipe.fetchedAt,
      wipedAt: deviceWipe.wipedAt,
      report: deviceWipe.report,
    })
    .from(deviceWipe)
    .innerJoin(orderer, eq(orderer.id, deviceWipe.orderedBy))
    .leftJoin(canceller, eq(canceller.id, deviceWipe.cancelledBy))
    .orderBy(desc(deviceWipe.orderedAt));
}

function listUsers(tx: Transaction) {
  return tx
    .select({
      deviceId: deviceAccount.deviceId,
      accountId: account.id,
      fullName: account.fullName,
      firstSeenAt: deviceAccount.firstSeenAt,
      lastSeenAt: deviceAccount.lastSeenAt,
    })
    .from(deviceAccount)
    .innerJoin(account, eq(account.id, deviceAccount.accountId))
    .orderBy(desc(deviceAccount.lastSeenAt));
}

/**
 * The devices of the units that an administrator administers: who works on each, what it last told of itself, and the
 * orders to wipe it, the latest first. Devices with unsent work, then those heard of longest ago, come first.
 */
export const listDevices = query({
  input: z.object({ q: optionalLine(100), state: z.optional(z.enum(deviceStates)) }),
  run: async ({ tx, actor, input: { q, state }, now }) => {
    const reaches = await requireReach(tx, actor, 'administrator');
    const rows = await tx
      .select({ device, unitName: unit.name })
      .from(device)
      .leftJoin(unit, eq(unit.id, device.unitId))
      .where(
        q
          ? or(
              matchesWords(sql`${device.label}`, q),
              sql`exists (select 1 from device_account u join account a on a.id = u.account_id
                where u.device_id = ${device.id} and ${matchesWords(sql`a.full_name`, q)})`,
            )
          : undefined,
      )
      .orderBy(
        sql`coalesce(${device.unsentRecords}, 0) + coalesce(${device.unsentPhotos}, 0) = 0`,
        sql`${device.lastContactAt} asc nulls last`,
        device.id,
      );
    const wipes = Map.groupBy(await listWipes(tx), ({ deviceId }) => deviceId);
    const users = Map.groupBy(await listUsers(tx), ({ deviceId }) => deviceId);
    return rows
      .filter((row) => reaches(row.device.unitId))
      .map(({ device: { signKey, agreeKey, ...facts }, unitName }) => {
        const orders = (wipes.get(facts.id) ?? []).map(({ report, ...order }) => ({
          ...order,
          report: report === null ? null : ReportWipe.parse(report),
        }));
        const wipe = orders.find(({ wipedAt }) => wipedAt !== null) ?? orders[0] ?? null;
        return {
          ...facts,
          unitName,
          users: users.get(facts.id) ?? [],
          orders,
          state: deviceStateOf({ ...facts, wipe }, now),
          clockOff: Math.abs(facts.clockOffsetMs ?? 0) > clockToleranceMs,
        };
      })
      .filter((listed) => state === undefined || listed.state === state);
  },
});
