import { conclusion } from '@kycuong/db/schema/conclusion.ts';
import { correctiveAction, correctiveActionAnswer } from '@kycuong/db/schema/corrective-action.ts';
import { deviceWipe } from '@kycuong/db/schema/device.ts';
import { round } from '@kycuong/db/schema/planning.ts';
import { qualityEvent, qualitySystem } from '@kycuong/db/schema/quality.ts';
import { workingDaysAfterIssue } from '@kycuong/domain/conclusion/requirement-deadline.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { recordInternalAudit } from './audit/record-internal-audit.ts';
import { recordManagementReview } from './audit/record-management-review.ts';
import { issueConclusion } from './conclusion/issue-conclusion.ts';
import { submitReport } from './conclusion/submit-report.ts';
import { acceptCorrectiveAction } from './corrective-action/accept-corrective-action.ts';
import { answerCorrectiveAction } from './corrective-action/answer-corrective-action.ts';
import { returnCorrectiveAction } from './corrective-action/return-corrective-action.ts';
import { cancelWipe } from './device/cancel-wipe.ts';
import { orderWipe } from './device/order-wipe.ts';
import { registerDevice } from './device/register.ts';
import { perform } from './door.ts';
import { loadBuiltIn } from './load-built-in.ts';
import { createRound } from './planning/create-round.ts';
import { issueRound } from './planning/issue-round.ts';
import { closeDeclaration } from './quality/close-declaration.ts';
import { recordEvent } from './quality/record-event.ts';
import { startSystem } from './quality/start-system.ts';
import { type House, openHouse, type Persona } from './testing/house.ts';
import {
  concludedRound,
  draftLookedAt,
  foundAndClosed,
  issuedRound,
  lookedAt,
  proofFor,
  roundInput,
} from './testing/rounds.ts';
import { makeTestDevice } from './testing/test-device.ts';
import { makeOrderKey } from './testing/test-order-key.ts';
import { auditOf, reviewOf } from './testing/truc-ninh.ts';
import type { Transaction } from './transaction.ts';

let house: House;
let concluded: Awaited<ReturnType<typeof concludedRound>>;
beforeAll(async () => {
  house = await openHouse();
  await loadBuiltIn(house.ground);
  concluded = await concludedRound(house);
});
afterAll(() => house.close());

/** The row on which both acts write or lean, who may hold it, the two acts, and what must have come of them once. */
interface Pair {
  readonly held: readonly [Persona, PgTable, string];
  readonly acts: readonly [() => Promise<string>, () => Promise<string>];
  readonly refused: string;
  readonly effects: (tx: Transaction) => Promise<readonly unknown[]>;
  readonly times: number;
}

async function reportedRound() {
  const inspected = await issuedRound(house, {
    units: [{ unitId: house.unitId('coLe'), plannedOn: '2026-11-19' }],
    endsOn: '2026-11-20',
  });
  const findings = await foundAndClosed(house, inspected);
  const report = {
    conclusionId: uuidV7(),
    roundId: inspected.roundId,
    report: 'Đoàn đã làm việc tại xã.',
    draft: { strengths: 'Chấp hành tốt giờ giấc.', shortcomings: 'Niêm yết chưa đủ.' },
    requirements: findings.map((findingId) => ({
      findingId,
      text: 'Niêm yết đủ.',
      due: workingDaysAfterIssue(10),
    })),
  };
  return report;
}

const answer = async (actionId: string) => ({
  actionId,
  cause: 'Không có người được giao theo dõi.',
  correction: 'Đã niêm yết đủ 14 thủ tục.',
  plan: [{ task: 'Đối chiếu hằng tuần', person: 'Phạm Văn Khải', dueOn: '2026-12-04' }],
  evidenceIds: [await proofFor(house, actionId)],
});
const answersOf = (actionId: string) => (tx: Transaction) =>
  tx.select().from(correctiveActionAnswer).where(eq(correctiveActionAnswer.actionId, actionId));

const systemId = uuidV7();
const step = (kind: 'apply' | 'effect-confirmed' | 'declare', onDate: string) => ({
  eventId: uuidV7(),
  systemId,
  kind,
  onDate,
  decisionNo: '21/QĐ-UBND',
});
const eventsOf = (kind: 'apply' | 'close') => (tx: Transaction) =>
  tx
    .select()
    .from(qualityEvent)
    .where(and(eq(qualityEvent.systemId, systemId), eq(qualityEvent.kind, kind)));

const pairs: Record<string, () => Promise<Pair>> = {
  'a round that two issue': async () => {
    const input = await roundInput(house);
    await house.run('office', createRound, input);
    const { roundId } = input;
    const shown = await lookedAt(house, roundId);
    const issue = (shortNoticeReason: string) => () =>
      house.send('office', issueRound, { ...shown, shortNoticeReason });
    return {
      held: ['office', round, roundId],
      acts: [issue('Lý do A'), issue('Lý do B')],
      refused: 'state.not-allowed',
      effects: (tx) => tx.select().from(round).where(eq(round.id, roundId)),
      times: 1,
    };
  },
  'two reports of one round': async () => {
    const report = await reportedRound();
    const submit = () => house.send('leader', submitReport, { ...report, conclusionId: uuidV7() });
    return {
      held: ['office', round, report.roundId],
      acts: [submit, submit],
      refused: 'conclusion.already-submitted',
      effects: (tx) => tx.select().from(conclusion).where(eq(conclusion.roundId, report.roundId)),
      times: 1,
    };
  },
  'a conclusion that two issue': async () => {
    const report = await reportedRound();
    const { conclusionId } = report;
    await house.run('leader', submitReport, report);
    const shown = await draftLookedAt(house, conclusionId);
    const issue = (number: string) => () =>
      house.send('office', issueConclusion, {
        ...shown,
        number,
        signer: 'Lê Minh Quân',
        signerTitle: 'Giám đốc',
        draftedBy: 'CCHC',
      });
    return {
      held: ['office', conclusion, conclusionId],
      acts: [issue('201/TB-SNV'), issue('202/TB-SNV')],
      refused: 'state.not-allowed',
      effects: (tx) =>
        tx.select().from(correctiveAction).where(eq(correctiveAction.conclusionId, conclusionId)),
      times: report.requirements.length,
    };
  },
  'two answers to one request': async () => {
    const actionId = concluded.actionAt('coLe');
    const payload = await answer(actionId);
    const send = (cause: string) => () =>
      house.send('headCoLe', answerCorrectiveAction, { ...payload, cause });
    return {
      held: ['office', correctiveAction, actionId],
      acts: [send('Một'), send('Hai')],
      refused: 'state.not-allowed',
      effects: answersOf(actionId),
      times: 1,
    };
  },
  'an answer that one accepts and another returns': async () => {
    const { actionAt } = await concludedRound(house, '301/TB-SNV');
    const actionId = actionAt('coLe');
    const { answerId } = await house.run('headCoLe', answerCorrectiveAction, await answer(actionId));
    return {
      held: ['office', correctiveActionAnswer, answerId],
      acts: [
        () => house.send('office', acceptCorrectiveAction, { actionId, answerId }),
        () => house.send('office', returnCorrectiveAction, { actionId, answerId, reason: 'Thiếu ảnh.' }),
      ],
      refused: 'state.not-allowed',
      effects: answersOf(actionId),
      times: 1,
    };
  },
  'a step of a quality system that two record': async () => {
    await house.run('quality', startSystem, {
      systemId,
      unitId: house.unitId('coLe'),
      editionId: 'iso-9001-2015',
      scope: 'Thủ tục hành chính của xã',
      startedOn: '2025-08-01',
    });
    const apply = (who: Persona) => () => house.send(who, recordEvent, step('apply', '2025-09-01'));
    return {
      held: ['quality', qualitySystem, systemId],
      acts: [apply('quality'), apply('headCoLe')],
      refused: 'quality.step-done',
      effects: eventsOf('apply'),
      times: 1,
    };
  },
  'a declaration that two close': async () => {
    await house.run('quality', recordInternalAudit, auditOf(systemId, '2026-01-10'));
    await house.run('quality', recordManagementReview, reviewOf(systemId, '2026-01-20'));
    await house.run('quality', recordEvent, step('effect-confirmed', '2026-01-25'));
    await house.run('quality', recordEvent, step('declare', '2026-02-01'));
    const close = () =>
      house.send('quality', closeDeclaration, {
        eventId: uuidV7(),
        systemId,
        onDate: '2026-11-01',
        reason: 'suspended',
      });
    return {
      held: ['quality', qualitySystem, systemId],
      acts: [close, close],
      refused: 'quality.nothing-to-close',
      effects: eventsOf('close'),
      times: 1,
    };
  },
  'an order to wipe that two take back': async () => {
    const tablet = makeTestDevice();
    await house.run('inspector', registerDevice, tablet.registration(house.accountId('inspector')));
    const orderId = uuidV7();
    const ground = { ...house.ground, keys: { order: makeOrderKey() } };
    const payload = { orderId, deviceId: tablet.id, reason: 'Mất ở xã Cổ Lễ' };
    await perform(orderWipe, { ground, caller: house.caller('administrator') }, { id: uuidV7(), payload });
    const cancel = () => house.send('administrator', cancelWipe, { orderId });
    return {
      held: ['administrator', deviceWipe, orderId],
      acts: [cancel, cancel],
      refused: 'device.wipe-cancelled',
      effects: (tx) => tx.select().from(deviceWipe).where(eq(deviceWipe.id, orderId)),
      times: 1,
    };
  },
};

const waiting = () =>
  house.lookAsSystem(async (tx) => {
    const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`);
    return row?.n ?? 0;
  });

/** Both are under way before either can write: the row is held until both wait. */
async function atOnce({ held: [who, table, id], acts }: Pair): Promise<readonly string[]> {
  const under = await house.look(who, async (tx) => {
    const rows = await tx.execute(sql`select from ${table} where id = ${id} for update`);
    expect(rows).toHaveLength(1);
    const both = acts.map((act) => act());
    await vi.waitFor(async () => expect(await waiting()).toBe(2), { timeout: 20_000 });
    return { both };
  });
  return Promise.all(under.both);
}

it.each(Object.keys(pairs))('%s takes effect once, and the other one is told', async (name) => {
  const pair = await pairs[name]?.();
  if (pair === undefined) throw new Error(name);
  const receipts = (await atOnce(pair)).map((text) => JSON.parse(text));
  expect(receipts.map(({ status }) => status).toSorted()).toEqual(['applied', 'refused']);
  expect(receipts.find(({ status }) => status === 'refused').reason).toMatchObject({
    code: 'conflict',
    key: pair.refused,
  });
  expect(await house.look(pair.held[0], pair.effects)).toHaveLength(pair.times);
});

describe('what two would have written is one row by the table itself, without a turn', () => {
  const twice = { cause: { code: '23505' } };

  it('a request for one finding in one conclusion', async () => {
    const again = house.look('office', async (tx) => {
      const [row] = await tx
        .select()
        .from(correctiveAction)
        .where(eq(correctiveAction.conclusionId, concluded.conclusionId));
      if (row === undefined) throw new Error('nothing was asked');
      await tx.insert(correctiveAction).values({ ...row, id: uuidV7(), code: 'YC-2026-9999' });
    });
    await expect(again).rejects.toMatchObject(twice);
  });

  it('an answer that waits or was accepted; one that was returned makes room', async () => {
    const { actionAt } = await concludedRound(house, '302/TB-SNV');
    const actionId = actionAt('coLe');
    const { answerId } = await house.run('headCoLe', answerCorrectiveAction, await answer(actionId));
    const another = () =>
      house.look('headCoLe', async (tx) => {
        const [row] = await answersOf(actionId)(tx);
        if (row === undefined) throw new Error('nothing was answered');
        const id = uuidV7();
        await tx.insert(correctiveActionAnswer).values({ ...row, id, outcome: null });
        return id;
      });
    await expect(another()).rejects.toMatchObject(twice);
    await house.run('office', returnCorrectiveAction, { actionId, answerId, reason: 'Thiếu ảnh.' });
    const next = await another();
    const accept = (tx: Transaction) =>
      tx
        .update(correctiveActionAnswer)
        .set({ outcome: 'accepted' })
        .where(eq(correctiveActionAnswer.id, next));
    await house.look('office', accept);
    await expect(another()).rejects.toMatchObject(twice);
  });
});
