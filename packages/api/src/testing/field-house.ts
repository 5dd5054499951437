import { account } from '@kycuong/db/schema/access.ts';
import { checklistVersion, legalBasis } from '@kycuong/db/schema/checklist.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import type { TeamRole } from '@kycuong/domain/access/role.ts';
import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { FieldAction, FieldPayloads } from '@kycuong/domain/sync/field-command.ts';
import { fieldSchemaVersion } from '@kycuong/domain/sync/field-command.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq, sql } from 'drizzle-orm';
import { grantVisits, revokeVisits } from '../sync/feed.ts';
import { push } from '../sync/push.ts';
import type { Transaction } from '../transaction.ts';
import { type House, openHouse, type Persona, type UnitName } from './house.ts';

const text = (vi: string) => ({ vi, en: vi });
const item = (code: string) => ({
  code,
  title: text(`Mục ${code}`),
  guidance: null,
  severity: 'rectification' as const,
  legalBasisIds: [],
  count: null,
});

/** A checklist of four lines, for tests alone. */
export const testChecklist = {
  code: 'thu-nghiem',
  title: text('Bảng kiểm thử nghiệm'),
  validFrom: '2025-07-01',
  sections: [
    { code: 'M', title: text('Một cửa'), items: [item('M01'), item('M02'), item('M15')] },
    { code: 'D', title: text('Kỷ luật'), items: [item('D01')] },
  ],
};
export const testBasis = 'nd-118-2025-17-3';

export interface FieldRound {
  readonly roundId: string;
  readonly visitId: (unit: UnitName) => string;
}

export interface FieldHouse extends House {
  /** A round with visits to two communes, led by `leader`, with `inspector`; issued unless said otherwise. */
  readonly addRound: (
    status?: 'draft' | 'issued' | 'concluded',
    members?: readonly Persona[],
  ) => Promise<FieldRound>;
  readonly assign: (name: Persona, to: FieldRound, role?: TeamRole) => Promise<void>;
  readonly remove: (name: Persona, from: FieldRound) => Promise<void>;
  /** The account is disabled, or enabled again. */
  readonly disable: (name: Persona, isDisabled: boolean) => Promise<void>;
  /** Waits until the feed's watermark has passed all that is committed: other tests write in the same cluster. */
  readonly settle: () => Promise<void>;
  /** A tablet in a person's hands: writes envelopes in order, and sends them. */
  readonly tablet: (name: Persona) => Tablet;
}

export interface Tablet {
  readonly device: string;
  readonly write: <Action extends FieldAction>(
    action: Action,
    payload: FieldPayloads[Action] & { readonly visitId: string | null },
    change?: Partial<CommandEnvelope>,
  ) => CommandEnvelope;
  readonly push: (...commands: unknown[]) => Promise<(string | null)[]>;
  /** The receipts, opened. */
  readonly send: (...commands: unknown[]) => Promise<Receipt[]>;
}

const visited = ['coLe', 'ninhGiang'] as const;

interface Furnished {
  readonly status: 'draft' | 'issued' | 'concluded';
  readonly versionId: string;
  readonly members: readonly Persona[];
}

async function assignWithin(
  tx: Transaction,
  house: House,
  { roundId, visitId }: FieldRound,
  members: readonly (readonly [Persona, TeamRole])[],
): Promise<void> {
  const at = {
    roundId,
    leadUnitId: house.unitId('soNoiVu'),
    assignedAt: house.ground.now(),
    removedAt: null,
  };
  const rows = members.map(([name, role]) => ({ ...at, role, accountId: house.accountId(name) }));
  await tx
    .insert(roundMember)
    .values(rows)
    .onConflictDoUpdate({
      target: [roundMember.roundId, roundMember.accountId],
      set: { role: sql`excluded.role`, assignedAt: at.assignedAt, removedAt: null },
    });
  const accountIds = rows.map(({ accountId }) => accountId);
  await grantVisits(tx, { roundId, accountIds, visitIds: visited.map(visitId) });
}

async function furnishRound(house: House, { status, versionId, members }: Furnished): Promise<FieldRound> {
  const roundId = uuidV7();
  const ids = new Map<UnitName, string>(visited.map((name) => [name, uuidV7()]));
  const visitId = (unit: UnitName) => ids.get(unit) ?? '';
  const added = { roundId, visitId };
  await house.look('office', async (tx) => {
    const leadUnitId = house.unitId('soNoiVu');
    const at = house.ground.now();
    await tx.insert(round).values({
      id: roundId,
      code: `KT-${roundId.slice(-12)}`,
      name: 'Kiểm tra thử nghiệm',
      form: 'planned',
      field: 'combined',
      decisionNo: `${roundId.slice(-12)}/QĐ-TN`,
      decisionDate: '2026-11-02',
      decidedBy: 'Giám đốc Sở Nội vụ',
      startsOn: '2026-11-16',
      endsOn: '2026-12-04',
      leadUnitId,
      checklistVersionId: versionId,
      status,
      createdBy: house.accountId('office'),
      issuedAt: at,
    });
    await tx.insert(visit).values(
      visited.map((name) => ({
        id: visitId(name),
        roundId,
        unitId: house.unitId(name),
        plannedOn: '2026-11-23',
        status: 'planned' as const,
        keptSecret: false,
        issuedAt: at,
      })),
    );
    const team = members.map((name) => [name, 'member'] as const);
    await assignWithin(tx, house, added, [['leader', 'leader'], ...team]);
  });
  return added;
}

function openTablet(house: House, name: Persona): Tablet {
  const device = uuidV7();
  const written = new Map<string, number>();
  let clock: string | undefined;
  const send: Tablet['push'] = async (...commands) => {
    const sent = await push({ ground: house.ground, caller: house.caller(name) }, { commands });
    return [...sent.receipts];
  };
  return {
    device,
    write: (action, payload, change = {}) => {
      const visitId = payload.visitId ?? '';
      const seq = (written.get(visitId) ?? 0) + 1;
      const now = house.ground.now();
      written.set(visitId, seq);
      clock = nextStamp(clock, device, now.getTime());
      return {
        id: uuidV7(),
        action,
        schemaVersion: fieldSchemaVersion,
        author: house.accountId(name),
        device,
        visitId,
        seq,
        clock,
        base: null,
        writtenAt: now.toISOString(),
        serverOffsetMs: 0,
        payload,
        ...change,
      };
    },
    push: send,
    send: async (...commands) =>
      (await send(...commands)).map((receipt) => Receipt.parse(JSON.parse(receipt ?? 'null'))),
  };
}

async function settle(house: House): Promise<void> {
  const [mark] = await house.ground.database.execute(sql`select pg_current_xact_id()::text as xid`);
  for (let passed = false; !passed; ) {
    const [row] = await house.ground.database.execute(
      sql`select pg_snapshot_xmin(pg_current_snapshot()) > ${String(mark?.xid)}::xid8 as passed`,
    );
    passed = row?.passed === true;
  }
}

/** The test house with a published checklist, for the work in the field. */
export async function openFieldHouse(): Promise<FieldHouse> {
  const house = await openHouse();
  const versionId = uuidV7();
  await house.lookAsSystem(async (tx) => {
    await tx.insert(legalBasis).values({
      id: testBasis,
      title: 'Nghị định 118/2025/NĐ-CP',
      titleEn: 'Decree 118/2025/NĐ-CP',
      effectiveFrom: '2025-07-01',
      source: 'thử nghiệm',
      mark: 'V',
    });
    await tx.insert(checklistVersion).values({
      id: versionId,
      code: testChecklist.code,
      number: 1,
      status: 'published',
      titleVi: testChecklist.title.vi,
      titleEn: testChecklist.title.en,
      content: testChecklist,
    });
  });
  return {
    ...house,
    addRound: (status = 'issued', members = ['inspector']) =>
      furnishRound(house, { status, versionId, members }),
    assign: (name, to, role = 'member') =>
      house.look('office', (tx) => assignWithin(tx, house, to, [[name, role]])),
    remove: (name, { roundId, visitId }) =>
      house.look('office', async (tx) => {
        const accountId = house.accountId(name);
        await tx
          .update(roundMember)
          .set({ removedAt: house.ground.now() })
          .where(and(eq(roundMember.roundId, roundId), eq(roundMember.accountId, accountId)));
        await revokeVisits(tx, { roundId, accountIds: [accountId], visitIds: visited.map(visitId) });
      }),
    disable: (name, isDisabled) =>
      house.lookAsSystem(async (tx) => {
        const disabledAt = isDisabled ? house.ground.now() : null;
        await tx
          .update(account)
          .set({ disabledAt })
          .where(eq(account.id, house.accountId(name)));
      }),
    settle: () => settle(house),
    tablet: (name) => openTablet(house, name),
  };
}
