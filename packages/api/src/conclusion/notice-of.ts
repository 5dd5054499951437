import { dateInVietnam, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import { issuerNames } from '@kycuong/domain/conclusion/issuer-names.ts';
import type { Notice } from '@kycuong/domain/conclusion/notice.ts';
import { NoticeOverview } from '@kycuong/domain/conclusion/notice-overview.ts';
import { writeNotice } from '@kycuong/domain/conclusion/write-notice.ts';
import { agencyName } from '@kycuong/domain/organisation/agency-name.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { joinParent } from '../organisation/unit-sql.ts';
import type { Transaction } from '../transaction.ts';
import type { loadConclusion } from './load-conclusion.ts';
import { inspectedUnits, readOverview } from './read-overview.ts';
import type { requirementRows } from './requirement-rows.ts';

type Loaded = Awaited<ReturnType<typeof loadConclusion>>;

const Named = z.object({ name: z.string() });

/**
 * The agency that issues and those above it, the nearest first: as they are called on the day of the document, which a
 * later name of any of them changes no more.
 */
async function issuer(tx: Transaction, unitId: string, day: PlainDate) {
  const rows = await tx.execute(sql`
    with recursive up (name, parent_id, step) as (
      select p.name, p.parent_id, 0
      from (select ${unitId}::uuid as parent_id) lead ${joinParent(sql`lead`, sql`${day}::date`)}
      union all
      select p.name, p.parent_id, up.step + 1 from up ${joinParent(sql`up`, sql`${day}::date`)}
      where up.step < 10 and p.id is not null
    )
    select name from up order by step`);
  return issuerNames(z.parse(z.array(Named), rows.slice()).map(({ name }) => name));
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
