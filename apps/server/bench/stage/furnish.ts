import { hashPassword } from '@kycuong/api/access/password.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { round, roundMember } from '@kycuong/db/schema/planning.ts';
import { changeFeed } from '@kycuong/db/schema/sync.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';

export const password = 'mat-khau-cua-phep-do';
export const itemCount = 1_000;
const inspectorCount = 10;
const communeCount = 20;

export const itemCode = (index: number) => `M${String(index + 1).padStart(4, '0')}`;

export interface Inspector {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly device: string;
}

export interface BenchRound {
  readonly id: string;
  readonly unitIds: readonly string[];
}

export interface Furnished {
  /** Eight who write, one who only reads, and one with a tablet. */
  readonly inspectors: readonly Inspector[];
  /** Where the eight write; where the one reads what the first writes; where the tablet is at work. */
  readonly writing: BenchRound;
  readonly reading: BenchRound;
  readonly offline: BenchRound;
}

const text = (vi: string) => ({ vi, en: vi });

function bigChecklist() {
  const items = Array.from({ length: itemCount }, (_, index) => ({
    code: itemCode(index),
    title: text(`Nội dung kiểm tra số ${index + 1} về chấp hành kỷ luật, kỷ cương hành chính tại đơn vị`),
    guidance: text('Đối chiếu sổ theo dõi, lịch trực và hồ sơ lưu; hỏi người phụ trách khi chưa rõ.'),
    severity: 'rectification' as const,
    legalBasisIds: [],
    count: null,
  }));
  const sections = Array.from({ length: 20 }, (_, index) => ({
    code: `P${index + 1}`,
    title: text(`Phần ${index + 1}`),
    items: items.slice(index * 50, (index + 1) * 50),
  }));
  return { code: 'phep-do', title: text('Bảng kiểm của phép đo'), validFrom: '2025-07-01', sections };
}

/** A province with communes, inspectors, a checklist of 1,000 lines and two rounds under way. All people are invented. */
export async function furnish({ db }: Connection): Promise<Furnished> {
  const provinceId = uuidV7();
  const communes = Array.from({ length: communeCount }, uuidV7);
  const place = (id: string, code: string, name: string) => ({
    id,
    identityId: id,
    code,
    name,
    validFrom: '2025-07-01',
  });
  await db.insert(unit).values({ ...place(provinceId, '37', 'Tỉnh Đo'), kind: 'tinh', level: 'province' });
  await db.insert(unit).values(
    communes.map((id, index) => ({
      ...place(id, String(14_000 + index), `Xã Đo ${index + 1}`),
      kind: 'xa' as const,
      level: 'commune' as const,
      parentId: provinceId,
    })),
  );
  await db.execute(sql`select rebuild_unit_scope()`);

  const inspectors = Array.from({ length: inspectorCount }, (_, index) => ({
    id: uuidV7(),
    username: `kiemtra${index + 1}`,
    fullName: `Kiểm tra viên ${index + 1}`,
    device: uuidV7(),
  }));
  const passwordHash = await hashPassword(password);
  for (const { id, username, fullName } of inspectors) {
    await db.insert(account).values({ id, username, fullName, unitId: provinceId, invented: true });
    await db.insert(credential).values({ accountId: id, passwordHash, changedAt: new Date() });
    await db.insert(roleGrant).values({
      id: uuidV7(),
      accountId: id,
      role: 'inspector',
      unitId: provinceId,
      validFrom: '2020-01-01',
    });
  }

  const versionId = uuidV7();
  const content = bigChecklist();
  await db.insert(checklistVersion).values({
    id: versionId,
    code: content.code,
    number: 1,
    status: 'published',
    titleVi: content.title.vi,
    titleEn: content.title.en,
    content,
  });
  const addRound = async (code: string, team: readonly Inspector[]): Promise<BenchRound> => {
    const id = uuidV7();
    await db.insert(round).values({
      id,
      code,
      name: 'Kiểm tra của phép đo',
      form: 'planned',
      field: 'combined',
      decisionNo: `${code}/QĐ-PD`,
      decisionDate: '2026-01-02',
      decidedBy: 'Giám đốc Sở Nội vụ',
      startsOn: '2026-01-05',
      endsOn: '2027-12-31',
      leadUnitId: provinceId,
      checklistVersionId: versionId,
      status: 'issued',
      createdBy: team[0]?.id ?? '',
      issuedAt: new Date(),
    });
    await db.insert(roundMember).values(
      team.map(({ id: accountId }, index) => ({
        roundId: id,
        accountId,
        role: index === 0 ? ('leader' as const) : ('member' as const),
        leadUnitId: provinceId,
        assignedAt: new Date('2026-01-02T00:00:00Z'),
      })),
    );
    return { id, unitIds: communes };
  };
  const writers = inspectors.slice(0, 8);
  return {
    inspectors,
    writing: await addRound('KT-PD-1', writers),
    reading: await addRound('KT-PD-2', [...inspectors.slice(8, 9), ...writers.slice(0, 1)]),
    offline: await addRound('KT-PD-3', inspectors.slice(9)),
  };
}

/** A visit of a round that has begun, with nothing written at it yet; granted to the given people. */
export async function addVisit(
  { db }: Connection,
  { id: roundId, unitIds }: BenchRound,
  granted: readonly Inspector[] = [],
): Promise<{ readonly visitId: string; readonly roundId: string; readonly unitId: string }> {
  const visitId = uuidV7();
  const unitId = unitIds[Number.parseInt(visitId.slice(-4), 16) % unitIds.length] ?? '';
  await db.insert(visit).values({
    id: visitId,
    roundId,
    unitId,
    plannedOn: new Date().toISOString().slice(0, 10),
    status: 'open',
    keptSecret: false,
    issuedAt: new Date(),
    checkedInAt: new Date(),
  });
  if (granted.length > 0)
    await db
      .insert(changeFeed)
      .values(
        granted.map(({ id: accountId }) => ({ accountId, roundId, visitId, kind: 'granted' as const })),
      );
  return { visitId, roundId, unitId };
}
export type BenchVisit = Awaited<ReturnType<typeof addVisit>>;
