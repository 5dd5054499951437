import { afterEach, expect, it } from 'vitest';
import { databaseBefore } from './testing/database-before.ts';
import { fillTables } from './testing/fill-tables.ts';
import { migrationFiles } from './testing/migration-files.ts';
import { readDataSteps } from './testing/read-data-steps.ts';

type Old = Awaited<ReturnType<typeof databaseBefore>>;
let old: Old | undefined;
afterEach(async () => {
  await old?.drop();
  old = undefined;
});

/** The first migration after each version that provinces have run. */
const afterReleases = ['0043'];

const rowsOf = async ({ sql }: Old, tables: readonly string[]) =>
  new Map(
    await Promise.all(
      tables.map(async (table) => {
        const rows = await sql<{ row: Record<string, unknown> }[]>`
          select to_jsonb(t) as row from ${sql(table)} t order by to_jsonb(t)::text`;
        return [table, rows.map(({ row }) => row)] as const;
      }),
    ),
  );

it.each(afterReleases)('a database from before %s comes up with all that is in it', async (tag) => {
  old = await databaseBefore(tag);
  const tables = await fillTables(old.sql);
  const before = await rowsOf(old, tables);
  await old.upgrade();
  const after = await rowsOf(old, tables);
  for (const [table, rows] of before) {
    expect(rows.length, table).toBeGreaterThan(0);
    expect(after.get(table), table).toMatchObject(rows);
  }
});

const id = (number: number) => `00000000-0000-7000-8000-00000000000${number}`;

/** One more row like the first of its table, but for this. */
async function another({ sql }: Old, table: string, but: Readonly<Record<string, unknown>>): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`set local session_replication_role = replica`;
    await tx`insert into ${tx(table)} overriding system value
      select changed.* from ${tx(table)} t, jsonb_populate_record(t, ${JSON.stringify(but)}::text::jsonb) changed limit 1`;
  });
}

interface Story {
  /** What there was before, beside a row in every table. */
  readonly before: (old: Old) => Promise<unknown>;
  readonly after: (old: Old) => Promise<void>;
}

const secrets = ['access.create-account', 'access.change-password', 'access.import-users'];

/** Who stands over whom is derived anew from the units that there are. */
const scopeStory: Story = {
  before: async (old) => {
    await old.sql`delete from unit_scope`;
    await old.sql`update unit set parent_id = null`;
    await another(old, 'unit', { id: id(2), identity_id: id(2), code: 'hai', parent_id: id(1) });
  },
  after: async ({ sql }) => {
    const scope = await sql`select ancestor_id as over, unit_id as under from unit_scope order by 1, 2`;
    expect(scope).toEqual([
      { over: id(1), under: id(1) },
      { over: id(1), under: id(2) },
      { over: id(2), under: id(2) },
    ]);
  },
};

const written = '2027-11-30T02:00:00+00';
const receipt = '2026-11-30T09:00:00+00';
const yearMs = 365 * 86_400_000;
/** What each device knew of its clock: a year ahead, quick by more than the way took, nothing, the console, one that was never set. */
const clocks = [
  { server_offset_ms: -yearMs, device_id: id(9) },
  { server_offset_ms: 0, device_id: id(9), written_at: '2026-11-30T09:20:00+00' },
  { server_offset_ms: null, device_id: id(9) },
  { server_offset_ms: null, device_id: id(1) },
  { server_offset_ms: null, device_id: id(9), written_at: '1970-01-01T00:00:00+00' },
] as const;

/**
 * Findings, dossiers, photos and arrivals are dated by the server's clock, as far as each device knew it, and by the receipt where
 * a time cannot be.
 */
const timesStory: Story = {
  before: async (old) => {
    for (const [index, clock] of clocks.entries()) {
      const one = id(index + 2);
      const at = { written_at: written, received_at: receipt, author_id: id(1), ...clock };
      await another(old, 'visit', { id: one, checked_in_at: at.written_at });
      await another(old, 'field_command', { id: one, visit_id: one, action: 'finding.raise', seq: 1, ...at });
      await another(old, 'finding', { id: one, raised_at: at.written_at });
      await another(old, 'finding_revision', {
        ...{ id: one, finding_id: one, revision: 1, written_at: at.written_at },
      });
      await another(old, 'dossier_sample', { id: one, command_id: one, sampled_at: at.written_at });
      const payload = { evidenceId: one, arrivedAt: at.written_at, takenAt: at.written_at };
      for (const [seq, action] of ['evidence.attach', 'visit.check-in'].entries())
        await another(old, 'field_command', {
          ...{ ...at, id: id(index + 2).replace(/0000-0/, `000${seq + 1}-0`), visit_id: one },
          ...{ action, seq: seq + 2, applied_no: 100 + index * 10 + seq, payload },
        });
      await another(old, 'evidence', {
        ...{ id: one, visit_id: one, taken_at: at.written_at, name: 'a\u202efdp.exe.pdf' },
      });
    }
  },
  after: async ({ sql }) => {
    const [ahead, quick] = ['2026-11-30T02:00:00.000Z', '2026-11-30T09:00:00.000Z'];
    const own = '2027-11-30T02:00:00.000Z';
    const dates = [ahead, quick, quick, quick, quick];
    const asText = (rows: readonly { at: string | null }[]) =>
      rows.map(({ at }) => at && new Date(at).toISOString());
    const ours = sql`id = any(${[2, 3, 4, 5, 6].map(id)})`;
    for (const [table, column] of [
      ['finding', 'raised_at'],
      ['dossier_sample', 'sampled_at'],
      ['evidence', 'taken_at'],
      ['visit', 'checked_in_at'],
    ] as const)
      expect(
        asText(
          await sql<
            { at: string }[]
          >`select ${sql(column)} as at from ${sql(table)} where ${ours} order by id`,
        ),
        table,
      ).toEqual(dates);
    for (const table of ['finding', 'evidence']) {
      const said = await sql<{ at: string | null; unknown: boolean }[]>`
        select device_at as at, clock_unknown as unknown from ${sql(table)} where ${ours} order by id`;
      const never = '1970-01-01T00:00:00.000Z';
      expect(asText(said), table).toEqual([own, '2026-11-30T09:20:00.000Z', own, own, never]);
      expect(said.map(({ unknown }) => unknown)).toEqual([false, false, true, false, true]);
    }
  },
};

/** Of every migration that changes rows: what became of them. */
const stories: Readonly<Record<string, Story>> = {
  '0023': {
    before: async (old) => {
      for (const [index, action] of [...secrets, 'calendar.set-year'].entries())
        await another(old, 'command_receipt', {
          id: id(index + 2),
          action,
          content_hash: `hash of ${action}`,
        });
    },
    after: async ({ sql }) => {
      const receipts = await sql<{ action: string; hash: string }[]>`
        select action, content_hash as hash from command_receipt where action like '%.%'`;
      expect(receipts).toHaveLength(4);
      expect(new Set(receipts.map(({ hash }) => hash)).size).toBe(4);
      for (const { action, hash } of receipts)
        expect(hash).toMatch(secrets.includes(action) ? /^cleared:[0-9a-f-]{36}$/ : /^hash of calendar/);
    },
  },
  '0042': {
    before: async (old) => {
      await old.sql`update credential set given = false, given_until = null`;
      await another(old, 'credential', { account_id: id(2), given: true });
      await another(old, 'credential', { account_id: id(3), given: true, given_until: '2026-03-03' });
    },
    after: async ({ sql }) => {
      const ends = await sql`select given_until::date::text as until from credential order by account_id`;
      expect(ends).toEqual([{ until: null }, { until: '2026-03-09' }, { until: '2026-03-03' }]);
    },
  },
  '0047': {
    before: (old) => another(old, 'quarantined_command', { id: id(2) }),
    after: async ({ sql }) => {
      const kept = await sql`select id, command_id from quarantined_command order by id`;
      expect(kept).toEqual([1, 2].map((number) => ({ id: id(number), command_id: id(number) })));
    },
  },
  '0049': {
    before: async (old) => {
      await old.sql`delete from change_feed`;
      await old.sql`update quarantined_command set sender_id = null, decision = null`;
      await another(old, 'account', { id: id(2), username: 'hai' });
      const kept = [
        { decision: 'applied' },
        { decision: 'declined', sender_id: id(2) },
        { decision: 'applied', sender_id: id(1) },
        { decision: 'applied' },
      ];
      for (const [index, but] of kept.entries())
        await another(old, 'quarantined_command', { id: id(index + 2), command_id: id(index + 2), ...but });
      // A version of the last that nothing proved, and one that was told in its time.
      await another(old, 'quarantined_command', { id: id(6), command_id: id(5), decision: 'applied' });
      await old.sql`insert into change_feed (account_id, round_id, visit_id, kind, quarantined_id)
        values (${id(1)}, ${id(1)}, ${id(1)}, 'decided', ${id(5)})`;
    },
    after: async ({ sql }) => {
      const told =
        await sql`select quarantined_id as kept, account_id as whom, round_id = visit_id as there, kind
        from change_feed order by 1, 2`;
      const wanted = [
        [2, 1],
        [3, 1],
        [3, 2],
        [4, 1],
        [5, 1],
      ] as const;
      expect(told).toEqual(
        wanted.map(([kept, whom]) => ({ kept: id(kept), whom: id(whom), there: true, kind: 'decided' })),
      );
    },
  },
  // What two papers bear already stays with them; the first keeps the number for itself.
  '0060': {
    before: async (old) => {
      await old.sql`update conclusion set number = '118/TB-SNV', issued_on = '2026-03-02'`;
      await old.sql`update round set status = 'issued', decision_no = '1246/QĐ-SNV'`;
      const again = [
        { id: id(2), round_id: id(2), issued_at: '2026-04-02' },
        { id: id(3), round_id: id(3) },
      ];
      await another(old, 'conclusion', { ...again[0], number: '0118 / tb-SNV' });
      await another(old, 'conclusion', { ...again[1], number: null });
      await another(old, 'round', { id: id(2), code: 'hai', issued_at: '2026-04-02' });
      await another(old, 'round', { id: id(3), code: 'ba', status: 'draft' });
    },
    after: async ({ sql }) => {
      const numbers = await sql`select number, number_twice as twice from conclusion order by id`;
      expect(numbers).toEqual([
        { number: '118/TB-SNV', twice: false },
        { number: '0118 / tb-SNV', twice: true },
        { number: null, twice: false },
      ]);
      const rounds = await sql`select decision_twice as twice from round order by id`;
      expect(rounds.map(({ twice }) => twice)).toEqual([false, true, false]);
    },
  },
  // Its own migration did not see the units for the fence: that of 0056 derives them.
  '0055': scopeStory,
  '0056': scopeStory,
  '0061': {
    before: timesStory.before,
    after: async (old) => {
      await timesStory.after(old);
      const names = await old.sql<{ name: string }[]>`select name from evidence where id <> ${id(1)}`;
      expect(new Set(names.map(({ name }) => name))).toEqual(new Set(['afdp.exe.pdf']));
    },
  },
  // What two wrote at once stays with both; one of them is what the table holds others apart from.
  '0063': {
    before: async (old) => {
      await old.sql`update corrective_action set recorded_at = '2026-03-02', code = 'YC-1'`;
      await another(old, 'corrective_action', { id: id(2), code: 'YC-2', recorded_at: '2026-03-03' });
      await another(old, 'corrective_action', { id: id(3), code: 'YC-3', finding_id: id(3) });
      await old.sql`update corrective_action_answer set outcome = null, submitted_at = '2026-03-02'`;
      const later = { submitted_at: '2026-03-03' };
      await another(old, 'corrective_action_answer', { id: id(2), ...later });
      await another(old, 'corrective_action_answer', { id: id(3), outcome: 'returned' });
      await another(old, 'corrective_action_answer', { id: id(4), action_id: id(2), outcome: 'accepted' });
      await another(old, 'corrective_action_answer', { id: id(5), action_id: id(2), ...later });
    },
    after: async ({ sql }) => {
      const asked = await sql`select asked_twice as twice from corrective_action order by id`;
      expect(asked.map(({ twice }) => twice)).toEqual([false, true, false]);
      const sent = await sql`select sent_twice as twice from corrective_action_answer order by id`;
      expect(sent.map(({ twice }) => twice)).toEqual([true, false, false, false, true]);
    },
  },
  '0064': timesStory,
  '0069': {
    before: async (old) => {
      const title = 'Nghị định 155/2026/NĐ-CP quy định chi tiết Luật Khiếu nại';
      await another(old, 'legal_basis', { id: 'nd-155-2026-10', title });
      await another(old, 'legal_basis', { id: 'nd-154-2026' });
      const recorded = { action: 'checklist.record-legal-basis', subject_kind: 'legal-basis' };
      await another(old, 'trail_entry', { seq: 900, ...recorded, subject_id: 'nd-155-2026-10' });
      await another(old, 'trail_entry', { seq: 901, action: 'calendar.set-year', subject_id: 'nd-154-2026' });
    },
    after: async ({ sql }) => {
      const own = await sql<{ id: string; title: string }[]>`
        select id, title from legal_basis where by_province`;
      expect(own.map((row) => row.id)).toEqual(['nd-155-2026-10']);
      expect(own[0]?.title).toContain('Nghị định 124/2020/NĐ-CP');
    },
  },
};

it.each(Object.entries(stories))(
  'what %s does to the rows that there are',
  async (tag, { before, after }) => {
    old = await databaseBefore(tag);
    await fillTables(old.sql);
    await before(old);
    await old.upgrade();
    await after(old);
    // What was switched off for it is on again.
    const off = await old.sql`select tgname from pg_trigger
    where tgenabled <> 'O' and tgrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)`;
    expect(off).toEqual([]);
  },
);

it('of every migration that changes rows there is a story', () => {
  // 0002 makes the first row of all, and 0020 did nothing: its story is that of 0049.
  const without = ['0002', '0020'];
  const changing = migrationFiles.filter(({ words }) => readDataSteps(words, new Set()).steps.length > 0);
  const numbers = changing.map(({ name }) => name.slice(0, 4));
  expect(numbers.filter((number) => !without.includes(number))).toEqual(Object.keys(stories).sort());
});
