import { checklistVersion } from '@kycuong/db/schema/checklist.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import { securityKinds } from '@kycuong/domain/access/security-event.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { loadBuiltIn } from '../../load-built-in.ts';
import { type House, openHouse } from '../house.ts';
import { openRegister, type Person, type Register } from '../more-people.ts';
import {
  type Place,
  people,
  type Reached,
  roundsTried,
  type State,
  type Tried,
  unitPlaces,
} from './people.ts';

/** Something that lies somewhere, with the ids by which it is called. */
export interface Thing extends Reached {
  readonly name: string;
  readonly ids: Readonly<Record<string, string>>;
}

/** A list of units that came in by the command line, with its file. */
export const importId = uuidV7();

export interface World {
  readonly house: House;
  readonly persons: readonly { readonly tried: Tried; readonly person: Person }[];
  readonly units: readonly Thing[];
  readonly provinces: readonly Thing[];
  readonly rounds: readonly Thing[];
  readonly checklistId: string;
  /** Who leads every team. */
  readonly leaderId: string;
  readonly close: () => Promise<void>;
}

const at = '2026-11-20T02:00:00Z';

async function addUnits(house: House, { addUnit, sql }: Register): Promise<(place: Place) => string> {
  const other = { name: 'Tỉnh Khác', code: '98', kind: 'tinh', level: 'province', parentId: null } as const;
  const province = await addUnit(other);
  const commune = { kind: 'xa', level: 'commune' } as const;
  const foreign = await addUnit({ ...commune, name: 'Xã Xa', parentId: province });
  const old = { parentId: null, from: '2019-01-01', until: '2025-06-30' };
  const dissolved = await addUnit({ ...commune, ...old, name: 'Xã Cũ' });
  await sql`insert into unit_lineage (id, predecessor_id, successor_id, on_date, decision)
    values (${uuidV7()}, ${dissolved}, ${house.unitId('coLe')}, '2025-07-01', 'Nghị quyết thử nghiệm')`;
  await sql`select rebuild_unit_scope()`;
  const ids: Partial<Record<Place, string>> = {
    province: house.unitId('ninhBinh'),
    own: house.unitId('coLe'),
    sibling: house.unitId('ninhGiang'),
    'other province': province,
    dissolved,
    foreign,
  };
  return (place) => ids[place] ?? '';
}

async function addPersons(
  house: House,
  { addPerson }: Register,
  unitId: (place: Place) => string,
): Promise<{ tried: Tried; person: Person }[]> {
  const persons = [];
  for (const [index, tried] of people.entries()) {
    // Over the whole: an administrator over nothing in particular, another role over every province.
    const grants = tried.grants.flatMap(([role, place]): [Role, string | null][] =>
      place !== 'whole'
        ? [[role, unitId(place)]]
        : role === 'administrator'
          ? [[role, null]]
          : [
              [role, unitId('province')],
              [role, unitId('other province')],
            ],
    );
    const person = await addPerson(`nguoi-${index}`, house.unitId('soNoiVu'), ...grants);
    persons.push({ tried, person });
  }
  return persons;
}

/** What lies at one unit and belongs to no round: an account with a role, its device with an order, a quality system, an entry of the trail. */
async function furnishUnit(
  house: House,
  { sql, addPerson }: Register,
  place: Place,
  unitId: string,
): Promise<Thing> {
  const username = `can-bo-${place.replaceAll(' ', '-')}`;
  const { accountId } = await addPerson(username, unitId);
  const ids = {
    unitId,
    accountId,
    username,
    grantId: uuidV7(),
    mistakenGrantId: uuidV7(),
    deviceId: uuidV7(),
    orderId: uuidV7(),
    systemId: uuidV7(),
    entry: `vet-${place}`,
    event: `su-kien-${place}`,
  };
  await sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
    values (${ids.grantId}, ${accountId}, 'inspector', ${unitId}, '2026-01-01'),
      (${ids.mistakenGrantId}, ${accountId}, 'inspector', ${unitId}, '2025-01-01')`;
  await sql`insert into device (id, label, platform, sign_key, agree_key, unit_id, registered_by, registered_at)
    values (${ids.deviceId}, 'Máy', 'Thử', 'k', 'k', ${unitId}, ${accountId}, ${at})`;
  await sql`insert into device_wipe (id, device_id, ordered_by, ordered_at, reason)
    values (${ids.orderId}, ${ids.deviceId}, ${house.accountId('administrator')}, ${at}, 'Mất')`;
  await sql`insert into quality_system (id, unit_id, edition_id, scope, started_on, recorded_by, recorded_at)
    values (${ids.systemId}, ${unitId}, 'iso-9001-2015', 'Thủ tục', '2024-01-02', ${accountId}, ${at})`;
  await sql`insert into trail_entry (at, actor_name, action, subject_kind, subject_id, unit_id, command_id, detail)
    values (${at}, 'Ai đó', 'thu.nghiem', 'thu', ${ids.entry}, ${unitId}, ${uuidV7()}, '{}')`;
  await sql`insert into security_event (at, kind, account_id, bucket, detail)
    values (${at}, ${securityKinds[0]}, ${accountId}, ${place}, ${ids.event})`;
  return { name: place, place, ids };
}

interface NewRound {
  readonly state: State;
  readonly place: Place;
  readonly unitId: string;
  readonly lead: Place;
  readonly leadUnitId: string;
  readonly createdBy: string;
  readonly team: readonly { readonly accountId: string; readonly role: string; readonly removed: boolean }[];
  readonly checklistId: string;
}

/** A round with one visit, as its state leaves it; past every fence, so that each thing lies exactly where the table says. */
async function addRound({ sql }: Register, made: NewRound): Promise<Thing> {
  const { state, place, lead, unitId, leadUnitId, createdBy } = made;
  const ids = {
    roundId: uuidV7(),
    visitId: uuidV7(),
    findingId: uuidV7(),
    evidenceId: uuidV7(),
    conclusionId: uuidV7(),
    actionId: uuidV7(),
    quarantinedId: uuidV7(),
    report: `BAO-CAO-${state}-${place}`,
  };
  const issuedAt = state === 'draft' ? null : at;
  const worked = state === 'reported' || state === 'ended' ? at : null;
  const ended = state === 'ended' ? at : null;
  await sql`insert into round ${sql({
    id: ids.roundId,
    code: ids.roundId.slice(-12),
    name: 'Đợt kiểm tra',
    form: state === 'secret' ? 'unannounced' : 'planned',
    field: 'combined',
    decision_no: `${ids.roundId.slice(-12)}/QĐ`,
    decision_date: '2026-11-02',
    decided_by: 'Giám đốc',
    starts_on: '2026-11-16',
    ends_on: '2026-12-04',
    lead_unit_id: leadUnitId,
    checklist_version_id: made.checklistId,
    status: state === 'draft' ? 'draft' : ended ? 'concluded' : 'issued',
    created_by: createdBy,
    issued_at: issuedAt,
    concluded_at: ended,
  })}`;
  for (const { accountId, role, removed } of made.team)
    await sql`insert into round_member ${sql({
      round_id: ids.roundId,
      account_id: accountId,
      role,
      lead_unit_id: leadUnitId,
      assigned_at: at,
      removed_at: removed ? at : null,
    })}`;
  await sql`insert into visit ${sql({
    id: ids.visitId,
    round_id: ids.roundId,
    unit_id: unitId,
    planned_on: '2026-11-25',
    status: worked ? 'closed' : 'planned',
    kept_secret: state === 'secret',
    issued_at: issuedAt,
    checked_in_at: worked,
    closed_at: worked,
  })}`;
  await sql`insert into trail_entry (at, actor_name, action, subject_kind, subject_id, unit_id, command_id, detail)
    values (${at}, 'Ai đó', 'planning.create-round', 'round', ${ids.roundId}, ${leadUnitId}, ${uuidV7()},
      ${JSON.stringify({ roundId: ids.roundId, units: [{ unitId }] })}::jsonb)`;
  if (!worked) return { name: `${state} at ${place}`, place, lead, state, ids };
  const of = { visit_id: ids.visitId, round_id: ids.roundId, unit_id: unitId };
  const [leader] = made.team;
  const by = leader?.accountId ?? '';
  await sql`insert into finding ${sql({
    id: ids.findingId,
    ...of,
    title: 'Niêm yết thiếu',
    description: 'Thiếu',
    severity: 'rectification',
    legal_basis_ids: '{}',
    revision: 1,
    raised_by: by,
    raised_at: at,
    recorded_at: at,
    released_at: ended,
  })}`;
  await sql`insert into evidence ${sql({
    id: ids.evidenceId,
    ...of,
    sha256: ids.evidenceId.replaceAll('-', '').padEnd(64, '0'),
    size: 10,
    media_type: 'image/jpeg',
    name: 'anh.jpg',
    status: 'awaited',
    target_kind: 'finding',
    target_id: ids.findingId,
    attached_by: by,
    taken_at: at,
    recorded_at: at,
    released_at: ended,
  })}`;
  await sql`insert into quarantined_command ${sql({
    id: ids.quarantinedId,
    command_id: ids.quarantinedId,
    ...of,
    author_id: by,
    reason: 'sync.author-removed',
    incoming: JSON.stringify({ id: ids.quarantinedId, payload: {} }),
    action: 'visit.submit',
    content_hash: 'x',
    recorded_at: at,
  })}`;
  await sql`insert into conclusion (id, round_id, lead_unit_id, status, content, submitted_by, submitted_at, number, issued_on, issued_at)
    values (${ids.conclusionId}, ${ids.roundId}, ${leadUnitId}, ${ended ? 'issued' : 'submitted'},
      ${JSON.stringify({ report: ids.report, draft: {}, requirements: [{ findingId: ids.findingId, text: 'Niêm yết', dueInWorkingDays: 5 }] })}::jsonb,
      ${by}, ${at}, ${ended ? `${ids.conclusionId.slice(-12)}/TB` : null}, ${ended ? '2026-11-20' : null}, ${ended})`;
  if (ended)
    await sql`insert into corrective_action ${sql({
      id: ids.actionId,
      code: ids.actionId.slice(-12),
      round_id: ids.roundId,
      conclusion_id: ids.conclusionId,
      finding_id: ids.findingId,
      unit_id: unitId,
      title: 'Niêm yết',
      requirement: 'Niêm yết đủ',
      severity: 'rectification',
      issued_on: '2026-11-20',
      due_on: '2026-11-27',
      due_in_working_days: 5,
      status: 'awaiting-answer',
      recorded_at: at,
    })}`;
  return { name: `${state} at ${place}`, place, lead, state, ids };
}

/** One house with everybody of the table, and with things of every kind at every place. */
export async function openWorld(): Promise<World> {
  const house = await openHouse();
  await loadBuiltIn(house.ground);
  const register = await openRegister(house);
  const unitId = await addUnits(house, register);
  const persons = await addPersons(house, register, unitId);
  const [version] = await house.look('office', (tx) =>
    tx.select({ id: checklistVersion.id }).from(checklistVersion),
  );
  const checklistId = version?.id ?? '';
  await register.sql`insert into import_file (sha256, bytes, size) values (encode(sha256('x'), 'hex'), 'x', 1)`;
  await register.sql`insert into list_import (id, list, said, file_name, sha256, importer_name, imported_at, counts, changes, digest)
    values (${importId}, 'units', '{}', 'don-vi.csv', encode(sha256('x'), 'hex'), 'root', ${at}, '{}', 0, '')
    on conflict do nothing`;
  const units: Thing[] = [];
  for (const place of unitPlaces) units.push(await furnishUnit(house, register, place, unitId(place)));
  const team = persons.flatMap(({ tried, person: { accountId } }) =>
    tried.team === undefined
      ? []
      : [
          {
            accountId,
            role: tried.team === 'leader' ? 'leader' : 'member',
            removed: tried.team === 'removed',
          },
        ],
  );
  const rounds: Thing[] = [];
  for (const { state, place, lead } of roundsTried) {
    const preparer = persons.find(({ tried }) => tried.prepared === lead);
    rounds.push(
      await addRound(register, {
        state,
        place,
        lead,
        unitId: unitId(place),
        leadUnitId: lead === 'province' ? house.unitId('soNoiVu') : unitId(lead),
        createdBy: preparer?.person.accountId ?? '',
        team,
        checklistId,
      }),
    );
  }
  const province = (place: 'province' | 'other province', code: string): Thing => ({
    name: place,
    place,
    ids: { unitId: unitId(place), code },
  });
  return {
    house,
    persons,
    units,
    provinces: [province('province', '37'), province('other province', '98')],
    rounds,
    checklistId,
    leaderId: team[0]?.accountId ?? '',
    close: async () => {
      await register.close();
      await house.close();
    },
  };
}
