import { unit } from '@kycuong/db/schema/organisation.ts';
import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { Notice } from '@kycuong/domain/conclusion/notice.ts';
import { NoticeOverview } from '@kycuong/domain/conclusion/notice-overview.ts';
import { writeNotice } from '@kycuong/domain/conclusion/write-notice.ts';
import { agencyName, nameUnder, placeName } from '@kycuong/domain/organisation/agency-name.ts';
import { eq, sql } from 'drizzle-orm';
import { nameOn } from '../organisation/unit-sql.ts';
import { found } from '../query.ts';
import type { Transaction } from '../transaction.ts';
import type { loadConclusion } from './load-conclusion.ts';
import { inspectedUnits, readOverview } from './read-overview.ts';
import type { requirementRows } from './requirement-rows.ts';

type Loaded = Awaited<ReturnType<typeof loadConclusion>>;

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
  const agencyInFull = agencyName(lead, 'full');
  const isTerritory = agencyInFull !== lead;
  const agencyAgain = isTerritory || above === null ? agencyInFull : nameUnder(lead, above);
  const upper = (text: string) => text.toLocaleUpperCase('vi');
  return {
    agencyInFull,
    agencyAgain,
    agency: (isTerritory ? [agencyInFull.slice(0, -lead.length - 1), lead] : [agencyAgain]).map(upper),
    superior: isTerritory || above === null ? null : upper(agencyName(above)),
    // The kind alone: there is one above.
    reportsTo: above === null ? null : agencyName(above).replace(` ${placeName(above)}`, ''),
    place: placeName(isTerritory ? lead : (above ?? lead)),
  };
}

/** What was fixed at the issue; of a draft as it stands, of what an earlier release issued what its paper told. */
async function overviewOf(
  tx: Transaction,
  { conclusion, round }: Loaded,
  units: NoticeOverview['units'],
): Promise<NoticeOverview> {
  if (conclusion.overview) return NoticeOverview.parse(conclusion.overview);
  if (conclusion.issuedOn === null) return readOverview(tx, round);
  return { worked: { from: round.startsOn, to: round.endsOn }, units, period: null, team: [], method: null };
}

/** The notice as this person may read it: one of several inspected units is not told of the others. */
export async function noticeOf(
  tx: Transaction,
  loaded: Loaded,
  requirements: Awaited<ReturnType<typeof requirementRows>>,
  now: Date,
): Promise<Notice> {
  const { conclusion, content, round } = loaded;
  const day = conclusion.issuedOn ?? dateInVietnam(now);
  const known = await inspectedUnits(tx, round.id);
  const overview = await overviewOf(tx, loaded, known);
  return writeNotice({
    ...(await issuer(tx, conclusion.leadUnitId, day)),
    number: conclusion.number,
    issuedOn: conclusion.issuedOn,
    signer: conclusion.signer,
    signerAuthority: conclusion.signerAuthority,
    signerTitle: conclusion.signerTitle,
    draftedBy: conclusion.draftedBy,
    roundName: round.name,
    decisionNo: round.decisionNo,
    decisionDate: round.decisionDate,
    decidedBy: round.decidedBy,
    overview,
    units: overview.units.flatMap(({ unitId, name }) =>
      known.some((place) => place.unitId === unitId) ? name : [],
    ),
    draft: content.draft,
    requirements: requirements.map(({ unit: place, title, text, dueOn, due }) => ({
      unitName: agencyName(place.name),
      title,
      text,
      dueOn,
      due,
    })),
    asked: content.requirements.length,
  });
}
