import { fileURLToPath } from 'node:url';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { and, eq } from 'drizzle-orm';
import { recordInternalAudit } from '../audit/record-internal-audit.ts';
import { recordManagementReview } from '../audit/record-management-review.ts';
import { loadBuiltIn } from '../load-built-in.ts';
import { importLineage } from '../organisation/import-lineage.ts';
import { importUnits } from '../organisation/import-units.ts';
import { recordEvent } from '../quality/record-event.ts';
import { startSystem } from '../quality/start-system.ts';
import type { House } from './house.ts';

const fileOf = (name: string) => fileURLToPath(new URL(`../../../db/demo/${name}`, import.meta.url));

/** Imports the units of Ninh Bình and of what it was made from, before and after 1 July 2025. */
export async function importNinhBinh({ run, ground }: House): Promise<void> {
  const { units, lineage } = importShapes;
  await loadBuiltIn(ground);
  await run('administrator', importUnits, {
    rows: (await readTableFile(fileOf('units-2020.csv'), units)).rows,
    from: '2008-01-01',
    until: '2025-06-30',
  });
  await run('administrator', importUnits, {
    rows: (await readTableFile(fileOf('units-2025.csv'), units)).rows,
    from: '2025-07-01',
    until: null,
  });
  await run('administrator', importLineage, {
    rows: (await readTableFile(fileOf('lineage-2025-07-01.csv'), lineage)).rows,
    on: '2025-07-01',
    decision: 'Nghị quyết 202/2025/QH15',
  });
}

export async function unitIdOf(house: House, code: string, validFrom: string): Promise<string> {
  const [row] = await house.look('leadership', (tx) =>
    tx
      .select({ id: unit.id })
      .from(unit)
      .where(and(eq(unit.code, code), eq(unit.validFrom, validFrom))),
  );
  if (row === undefined) throw new Error(`no unit ${code} from ${validFrom}`);
  return row.id;
}

export const auditOf = (systemId: string, auditedOn: string, major = false) => ({
  auditId: uuidV7(),
  systemId,
  auditedOn,
  scope: 'Tiếp nhận và trả kết quả thủ tục hành chính',
  auditors: [{ name: 'Người Mẫu', unitName: 'Phòng Nội vụ' }],
  impartial: true as const,
  findings: [
    { clause: '9.2', grade: major ? ('major' as const) : ('minor' as const), text: 'Chương trình chưa đủ' },
  ],
  conclusion: 'Hệ thống được duy trì.',
});

export const reviewOf = (systemId: string, heldOn: string) => ({
  reviewId: uuidV7(),
  systemId,
  heldOn,
  chairedBy: 'Người Mẫu',
  inputs: { a: 'Đã xem', b: 'Đã xem', c: 'Đã xem', d: 'Đã xem', e: 'Đã xem', f: 'Đã xem' },
  outputs: { improvement: null, 'system-changes': null, resources: null },
  decisions: [],
});

export type Stage = 'building' | 'applying' | 'declared';

/** Tells the story of a system of 2008 up to a stage, kept alive by audit and review in 2020. */
export async function tellSystem({ run }: House, unitId: string, stage: Stage): Promise<string> {
  const systemId = uuidV7();
  const step = (kind: 'apply' | 'effect-confirmed' | 'declare', onDate: string) =>
    run('quality', recordEvent, { eventId: uuidV7(), systemId, kind, onDate, decisionNo: '12/QĐ-UBND' });
  await run('quality', startSystem, {
    systemId,
    unitId,
    editionId: 'iso-9001-2008',
    scope: 'Thủ tục hành chính thuộc thẩm quyền',
    startedOn: '2015-01-05',
    sample: true,
  });
  if (stage === 'building') return systemId;
  await step('apply', '2015-06-01');
  if (stage === 'applying') return systemId;
  await run('quality', recordInternalAudit, auditOf(systemId, '2015-11-10'));
  await run('quality', recordManagementReview, reviewOf(systemId, '2015-11-20'));
  await step('effect-confirmed', '2015-11-25');
  await step('declare', '2015-12-01');
  await run('quality', recordInternalAudit, auditOf(systemId, '2020-03-10'));
  await run('quality', recordManagementReview, reviewOf(systemId, '2020-04-20'));
  return systemId;
}
