import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FieldHouse, openFieldHouse } from '@kycuong/api/testing/field-house.ts';
import { sealTrail } from '@kycuong/api/trail/seal-trail.ts';
import { type Connection, connect } from '@kycuong/db/connection.ts';
import { databaseOf, readdress } from '@kycuong/db/database-address.ts';
// Brings the type of what the global set-up provides.
import type {} from '@kycuong/db/testing/global-setup.ts';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { claimFolder } from './evidence/folder-mark.ts';
import { createApi } from './host/api.ts';
import type { Listening } from './host/listening.ts';
import { buildHost, listen } from './host.ts';
import { fuzz } from './testing/fuzz/fuzz.ts';
import { readKnownIds } from './testing/fuzz/known-ids.ts';
import { signEverybodyIn } from './testing/fuzz/sign-in.ts';
import { allProcedures, allRoutes } from './testing/fuzz/targets.ts';
import { heldMemory } from './testing/held-memory.ts';
import { runKycuong } from './testing/run-kycuong.ts';

const count = Number(process.env.FUZZ_REQUESTS ?? 2_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_123);
const personas = [
  'administrator',
  'office',
  'leader',
  'inspector',
  'headCoLe',
  'quality',
  'outsider',
] as const;
const listening: Listening = { port: 0, host: '127.0.0.1', publicUrl: undefined };

let house: FieldHouse;
let admin: Connection;
let app: FastifyInstance;
let folder: string;
let url: string;

beforeAll(async () => {
  house = await openFieldHouse();
  folder = await mkdtemp(join(tmpdir(), 'kycuong-fuzz-'));
  const { connection, appUrl } = house;
  admin = connect(readdress(inject('testCluster').adminUrl, { database: databaseOf(appUrl) }), { max: 2 });
  const round = await house.addRound();
  const { write, send } = house.tablet('inspector');
  const visitId = round.visitId('coLe');
  await send(
    write('visit.check-in', { visitId, arrivedAt: '2026-11-23T02:00:00Z' }),
    write('answer.set', { visitId, itemCode: 'M01', conformity: 'nonconform' }),
  );
  await claimFolder(house.ground, folder);
  app = await buildHost({ connection, listening, api: createApi(connection, false, folder) });
  url = (await listen(app, listening)).replace('localhost', '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await admin.close();
  await house.close();
  await rm(folder, { recursive: true });
});

it('answers whatever anybody sends, by every door, with no failure of its own, and goes on', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const procedures = allProcedures();
  const routes = await allRoutes(house.connection, folder);
  expect(procedures.filter(({ shape }) => shape !== undefined).length).toBeGreaterThan(60);
  expect(routes.length).toBeGreaterThan(15);
  const accountIds = personas.map(house.accountId);
  const report = await fuzz(
    {
      ...{ procedures, routes, ids: await readKnownIds(admin.sql), url: new URL(url) },
      signEverybodyIn: () => signEverybodyIn(admin, accountIds),
      memory: heldMemory,
    },
    count,
    seed,
  );
  const failures = said.mock.calls.map(([line]) => String(line)).filter((line) => line.includes('"stack"'));
  said.mockRestore();
  console.log(JSON.stringify({ ...report, wrong: undefined }));
  expect([...report.wrong, ...failures]).toEqual([]);
  expect(report.sent).toBe(count);
  // Some of everything gets as far as it can: refused at once by all would show nothing.
  for (const status of [200, 400, 401, 403, 404, 409])
    expect(report.byStatus[status], `${status}`).toBeGreaterThan(0);
  const [first = 0, , last = 0] = report.memory;
  expect(last - first).toBeLessThan(40);

  expect((await fetch(`${url}health`)).status).toBe(200);
  await house.settle();
  await sealTrail(house.ground);
  const { json } = await runKycuong(['doctor', '--json', '--all-evidence'], {
    DATABASE_URL: house.appUrl,
    EVIDENCE_FOLDER: folder,
  });
  const checks: { name: string; ok: boolean; detail: string }[] = json?.checks ?? [];
  expect(checks.length).toBeGreaterThan(5);
  expect(checks.filter(({ name, ok }) => !ok && !['Giao diện', 'Ghi bền vững'].includes(name))).toEqual([]);
}, 300_000);
