import { unit } from '@kycuong/db/schema/organisation.ts';
import { visit } from '@kycuong/db/schema/visit.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { agencyName, placeName } from '@kycuong/domain/organisation/agency-name.ts';
import { asc, eq, sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { nameOn } from '../organisation/unit-sql.ts';
import { found, query } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import { loadConclusion } from './load-conclusion.ts';
import { requirementRows } from './requirement-rows.ts';

/**
 * The agency that issues, the one above it where it is no territory itself, and the place it writes from: as they are called on
 * the day of the document, which a later name of any of them changes no more.
 */
async function issuer(tx: Transaction, unitId: string, day: PlainDate) {
  const [row] = await tx
    .select({ name: nameOn(unit.id, sql`${day}::date`), above: nameOn(unit.parentId, sql`${day}::date`) })
    .from(unit)
    .where(eq(unit.id, unitId));
  const { name, above } = found(row);
  const lead = found(name ?? undefined);
  const agency = agencyName(lead, 'full');
  const isTerritory = agency !== lead;
  return {
    agency,
    superior: isTerritory || above === null ? null : agencyName(above, 'full'),
    place: placeName(isTerritory ? lead : (above ?? lead)),
  };
}

/** The conclusion as a Word document, with what the person may see of it. */
export const downloadConclusion = query({
  input: z.object({ conclusionId: Id }),
  run: async ({ tx, actor, input, now }) => {
    const { conclusion, content, round } = await loadConclusion(tx, actor, input.conclusionId);
    const day = conclusion.issuedOn ?? dateInVietnam(now);
    const requirements = await requirementRows(tx, conclusion.id, content.requirements, day);
    const units = await tx
      .select({ name: unit.name })
      .from(visit)
      .innerJoin(unit, eq(unit.id, visit.unitId))
      .where(eq(visit.roundId, round.id))
      .orderBy(asc(visit.plannedOn));
    // Loaded when first asked for: what writes Word files is large.
    const { conclusionDocument } = await import('./conclusion-document.ts');
    const bytes = await conclusionDocument({
      ...(await issuer(tx, conclusion.leadUnitId, day)),
      number: conclusion.number,
      issuedOn: conclusion.issuedOn,
      signer: conclusion.signer,
      signerTitle: conclusion.signerTitle,
      roundName: round.name,
      decisionNo: round.decisionNo,
      decisionDate: round.decisionDate,
      decidedBy: round.decidedBy,
      startsOn: round.startsOn,
      endsOn: round.endsOn,
      units: units.map(({ name }) => agencyName(name, 'full')),
      draft: content.draft,
      requirements: requirements.map(({ action, unit: place, title, text, dueOn, dueInWorkingDays }) => ({
        code: action?.code ?? null,
        unitName: agencyName(place.name),
        title,
        text,
        dueOn,
        dueInWorkingDays,
      })),
      extract: requirements.length < content.requirements.length,
    });
    const name = (conclusion.number ?? round.code).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    return { bytes, fileName: `thong-bao-ket-luan-${name}.docx` };
  },
});
