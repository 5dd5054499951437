import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { device, deviceAccount } from '@kycuong/db/schema/device.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { quarantinedCommand } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, count, desc, eq, inArray, isNull, ne } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { reachedAccount } from './reached-account.ts';
import { seeAsHead, seeAsMember } from './see-as.ts';

/** The rounds of whose teams the person is and that go on. Asked twice: as the asker, and as the person. */
function teamRounds(tx: Transaction, accountId: string) {
  return tx
    .select({ id: round.id, code: round.code, name: round.name, role: roundMember.role })
    .from(roundMember)
    .innerJoin(round, eq(round.id, roundMember.roundId))
    .where(
      and(eq(roundMember.accountId, accountId), isNull(roundMember.removedAt), ne(round.status, 'concluded')),
    )
    .orderBy(round.code);
}

function devicesOf(tx: Transaction, accountId: string) {
  return tx
    .select({
      id: device.id,
      label: device.label,
      unitId: device.unitId,
      unsentRecords: device.unsentRecords,
      unsentPhotos: device.unsentPhotos,
      lastContactAt: device.lastContactAt,
      wipedAt: device.wipedAt,
    })
    .from(deviceAccount)
    .innerJoin(device, eq(device.id, deviceAccount.deviceId))
    .where(eq(deviceAccount.accountId, accountId))
    .orderBy(desc(deviceAccount.lastSeenAt));
}

const amount = async (rows: Promise<{ amount: number }[]>) => (await rows)[0]?.amount ?? 0;

function openVisits(tx: Transaction, rounds: string[]) {
  return amount(
    tx
      .select({ amount: count() })
      .from(visit)
      .where(and(inArray(visit.roundId, rounds), ne(visit.status, 'closed'))),
  );
}

function undecided(tx: Transaction, rounds: string[]) {
  const { roundId, decision } = quarantinedCommand;
  return amount(
    tx
      .select({ amount: count() })
      .from(quarantinedCommand)
      .where(and(inArray(roundId, rounds), isNull(decision))),
  );
}

function toAnswer(tx: Transaction) {
  return amount(
    tx
      .select({ amount: count() })
      .from(correctiveAction)
      .where(eq(correctiveAction.status, 'awaiting-answer')),
  );
}

function unjudged(tx: Transaction, accountId: string) {
  const { submittedBy, outcome } = correctiveActionAnswer;
  return amount(
    tx
      .select({ amount: count() })
      .from(correctiveActionAnswer)
      .where(and(eq(submittedBy, accountId), isNull(outcome))),
  );
}

/**
 * What a person still has in hand, before their account is locked or their role ends. Rounds are named only to who sees
 * them anyway; everything else is numbers, since an unannounced visit shows by its name alone.
 */
export const holdings = query({
  input: z.object({ accountId: Id }),
  run: async (work) => {
    const { tx, input, now } = work;
    const { accountId } = input;
    const { account, reaches } = await reachedAccount(work, accountId);
    const seen = await teamRounds(tx, accountId);
    const devices = await devicesOf(tx, accountId);
    await seeAsHead(tx, accountId, dateInVietnam(now));
    const actionsToAnswer = await toAnswer(tx);
    const unjudgedAnswers = await unjudged(tx, accountId);
    await seeAsMember(tx, accountId);
    const rounds = await teamRounds(tx, accountId);
    const led = rounds.filter(({ role }) => role === 'leader').map(({ id }) => id);
    return {
      fullName: account.fullName,
      roundsLed: led.length,
      roundsJoined: rounds.length - led.length,
      rounds: seen,
      openVisits: led.length === 0 ? 0 : await openVisits(tx, led),
      undecided: led.length === 0 ? 0 : await undecided(tx, led),
      actionsToAnswer,
      unjudgedAnswers,
      devices: devices.map(({ unitId, lastContactAt, wipedAt, ...facts }) => ({
        ...facts,
        lastContactAt: lastContactAt?.toISOString() ?? null,
        wiped: wipedAt !== null,
        mayOpen: reaches(unitId),
      })),
    };
  },
});
