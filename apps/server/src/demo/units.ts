import { fileURLToPath } from 'node:url';
import { importLineage } from '@kycuong/api/organisation/import-lineage.ts';
import { importUnits } from '@kycuong/api/organisation/import-units.ts';
import { importShapes } from '@kycuong/db/organisation/import-shapes.ts';
import { readTableFile } from '@kycuong/db/organisation/read-table.ts';
import type { UnitRow } from '@kycuong/domain/organisation/import-row.ts';
import { type AgencyRow, districtOffices, provincialAgencies } from './agencies.ts';
import { system, type Teller } from './teller.ts';

const file = (name: string) =>
  fileURLToPath(new URL(`../../../../packages/db/demo/${name}`, import.meta.url));

/** First day of the old units in the story: before anything that is told of them. */
export const oldUnitsFrom = '2010-01-01';
export const reform = '2025-07-01';
const lastOldDay = '2025-06-30';
const decision = 'Nghị quyết 202/2025/QH15 và các nghị quyết về sắp xếp đơn vị hành chính cấp xã năm 2025';

function agencyRows(agencies: readonly AgencyRow[]): UnitRow[] {
  return agencies.map(([code, name, kind, parent_code], index) => ({
    line: index + 2,
    values: { code, name, kind, parent_code },
  }));
}

/** The three former provinces, today's Ninh Bình and the lineage between them, by the imports that a province uses. */
export async function tellUnits({ tell }: Teller): Promise<void> {
  const { rows: old } = await readTableFile(file('units-2020.csv'), importShapes.units);
  const { rows: current } = await readTableFile(file('units-2025.csv'), importShapes.units);
  const { rows: lineage } = await readTableFile(file('lineage-2025-07-01.csv'), importShapes.lineage);
  const before = { from: oldUnitsFrom, until: lastOldDay };
  const since = { from: reform, until: null };
  await tell(system, importUnits, { rows: old, ...before });
  await tell(system, importUnits, { rows: agencyRows(districtOffices), ...before });
  await tell(system, importUnits, { rows: current, ...since });
  await tell(system, importUnits, { rows: agencyRows(provincialAgencies), ...since });
  await tell(system, importLineage, { rows: lineage, on: reform, decision });
}
