import { evidence } from '@kycuong/db/schema/evidence.ts';
import { finding } from '@kycuong/db/schema/finding.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { and, eq, inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { query } from '../query.ts';

/** What a round found, by unit and item: what the report can ask something for. */
export const listFindings = query({
  input: z.object({ roundId: Id }),
  run: async ({ tx, input }) => {
    const rows = await tx
      .select({ finding, unitName: unit.name })
      .from(finding)
      .innerJoin(unit, eq(unit.id, finding.unitId))
      .where(eq(finding.roundId, input.roundId));
    const photos =
      rows.length === 0
        ? []
        : await tx
            .select({ id: evidence.id, targetId: evidence.targetId, status: evidence.status })
            .from(evidence)
            .where(
              and(
                eq(evidence.targetKind, 'finding'),
                inArray(
                  evidence.targetId,
                  rows.map((row) => row.finding.id),
                ),
              ),
            );
    return rows
      .map(({ finding: row, unitName }) => ({
        findingId: row.id,
        visitId: row.visitId,
        unit: { id: row.unitId, name: unitName },
        itemCode: row.itemCode,
        title: row.title,
        description: row.description,
        severity: row.severity,
        evidence: photos
          .filter(({ targetId }) => targetId === row.id)
          .map(({ id, status }) => ({ id, status })),
      }))
      .toSorted(
        (a, b) =>
          a.unit.name.localeCompare(b.unit.name, 'vi') || (a.itemCode ?? '').localeCompare(b.itemCode ?? ''),
      );
  },
});
