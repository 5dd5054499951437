import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachEvidence } from '@kycuong/api/evidence/attach-evidence.ts';
import { receiveBytes } from '@kycuong/api/evidence/receive-bytes.ts';
import { diskStore } from '@kycuong/api/evidence/store.ts';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { sealTrail } from '@kycuong/api/trail/seal-trail.ts';
import { connect } from '@kycuong/db/connection.ts';
import { databaseOf, readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { claimFolder } from './evidence/folder-mark.ts';
import { runKycuong } from './testing/run-kycuong.ts';

let house: FieldHouse;
let folder: string;
const hashes: string[] = [];

beforeAll(async () => {
  house = await openFieldHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-doctor-'));
  const round = await house.addRound();
  const store = diskStore(folder);
  for (const shade of [10, 20, 30]) {
    const background = { r: shade, g: 0, b: 0 };
    const photo = await sharp({ create: { width: 20, height: 20, channels: 3, background } })
      .jpeg()
      .toBuffer();
    const ticket = {
      evidenceId: uuidV7(),
      visitId: round.visitId('coLe'),
      target: { kind: 'item', id: 'M01' } as const,
      sha256: createHash('sha256').update(photo).digest('hex'),
      size: photo.length,
      mediaType: 'image/jpeg' as const,
      name: 'a.jpg',
      takenAt: '2026-11-23T02:00:00Z',
    };
    await house.run('inspector', attachEvidence, ticket);
    const upload = { ...ticket, id: ticket.evidenceId, status: 'awaited' as const };
    await receiveBytes({ ground: house.ground, store }, upload, photo);
    hashes.push(ticket.sha256);
  }
  await claimFolder(house.ground, folder);
  await house.settle();
  await sealTrail(house.ground);
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function doctor(args: string[] = [], evidenceFolder = folder) {
  const env = { DATABASE_URL: house.appUrl, EVIDENCE_FOLDER: evidenceFolder };
  const { exit, out, json } = await runKycuong(['doctor', '--json', ...args], env);
  const checks: { name: string; ok: boolean; warns?: boolean; detail: string }[] = json?.checks ?? [];
  const of = (name: string) => checks.find((check) => check.name === name);
  return { exit, out, of };
}

/** As whoever holds the owner's password. */
async function tamper(...statements: string[]): Promise<void> {
  const { migrateUrl } = inject('testCluster');
  const owner = connect(readdress(migrateUrl, { database: databaseOf(house.appUrl) }), { max: 1 });
  await owner.sql.unsafe('alter table trail_entry disable trigger insert_only, no force row level security');
  for (const statement of statements) await owner.sql.unsafe(statement);
  await owner.sql.unsafe('alter table trail_entry enable trigger insert_only, force row level security');
  await owner.close();
}

describe('doctor', () => {
  it('prints the head of the chain, and holds it against one that was kept elsewhere', async () => {
    const { of } = await doctor();
    const [head = ''] = /\d+:[0-9a-f]{64}/.exec(of('Chuỗi niêm phong nhật ký')?.detail ?? '') ?? [];
    expect(head).not.toBe('');
    expect((await doctor(['--expect-head', head])).of('Chuỗi niêm phong nhật ký')).toMatchObject({
      ok: true,
    });
    const cut = await doctor(['--expect-head', `99${head}`]);
    expect([cut.exit, cut.of('Chuỗi niêm phong nhật ký')?.detail]).toEqual([
      1,
      expect.stringContaining('bị cắt'),
    ]);
    expect((await doctor(['--expect-head', 'x'])).exit).toBe(2);
  });

  it('warns of entries that wait for their seal for over ten minutes', async () => {
    await tamper(`insert into trail_entry (at, actor_name, action, subject_kind, subject_id, command_id, detail)
      values (now() - interval '11 minutes', 'x', 'x.y', 'x', 'x', gen_random_uuid(), '{}')`);
    expect((await doctor()).of('Nhật ký chờ niêm phong')).toMatchObject({ ok: true, warns: true });
  });

  it('names the seal under which an entry was changed', async () => {
    await tamper(
      `update trail_entry set actor_name = 'Người khác' where seq = (select min(seq) from trail_entry)`,
    );
    const { exit, of } = await doctor();
    expect([exit, of('Chuỗi niêm phong nhật ký')]).toMatchObject([
      1,
      { ok: false, detail: 'có dòng dưới niêm phong số 1 đã bị sửa nội dung' },
    ]);
  });

  it('finds originals that are gone or are not what they were', async () => {
    expect((await doctor()).of('Tệp minh chứng')).toMatchObject({ ok: true, detail: 'đã đọc 3/3 tệp' });
    const path = (hash = '') => join(folder, 'store', hash.slice(0, 2), hash.slice(2, 4), hash);
    await rm(path(hashes[0]));
    await rm(path(hashes[1]));
    await writeFile(path(hashes[1]), 'other');
    for (const args of [[], ['--all-evidence']])
      expect((await doctor(args)).of('Tệp minh chứng')).toMatchObject({
        ok: false,
        detail: `đã đọc 3/3 tệp; thiếu 1: ${hashes[0]}; sai nội dung 1: ${hashes[1]}`,
      });
  });

  it('says when the folder of the evidence is not that of the database', async () => {
    expect((await doctor()).of('Thư mục minh chứng')).toMatchObject({ ok: true });
    const other = await mkdtemp(join(folder, 'other-'));
    expect((await doctor([], other)).of('Thư mục minh chứng')).toMatchObject({ ok: false });
  });

  it('names a function that a PostgreSQL with JIT would compile at every call', async () => {
    const ours = 'kết nối của phần mềm: tắt';
    const name = 'Biên dịch truy vấn (JIT)';
    expect((await doctor()).of(name)).toMatchObject({ ok: true, detail: expect.stringContaining(ours) });
    await tamper('alter function open_session(text) reset jit');
    const { exit, of } = await doctor();
    expect([exit, of(name)]).toMatchObject([
      1,
      { ok: false, detail: expect.stringContaining('hàm chưa tắt: open_session(text)') },
    ]);
  });
});
