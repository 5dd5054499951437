import { type Connection, connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import { isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import { errorCodes } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AnyRouter } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod/mini';
import type { AnyCommand } from './command.ts';
import { openReceipt } from './door.ts';
import { appRouter } from './router.ts';
import { type House, openHouse, type Persona } from './testing/house.ts';

interface Shape {
  type?: string;
  format?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}
type Path = (string | number)[];

type Procedure = { _def: { meta?: { command?: AnyCommand } } };
const router: AnyRouter = appRouter;
const procedures: Procedure[] = Object.values(router._def.procedures);
const commands = procedures.flatMap(({ _def: { meta } }) => meta?.command ?? []);

/** A value that fits the shape closely enough to get past most of the schema. */
function sample(shape: Shape): unknown {
  const { properties, items } = shape;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return sample(either[0] ?? {});
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, sample(part)]));
  if (shape.type === 'array') return items ? [sample(items)] : [];
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === 'boolean') return true;
  if (shape.format === 'uuid') return uuidV7();
  if (shape.format === 'date-time') return '2026-11-23T02:00:00Z';
  return '2026-11-23';
}

/** Every place in a value, leaves and branches. */
function places(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? value.flatMap((part, index) => places(part, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))
      : [];
  return [path, ...inside];
}

function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((part, index) => (index === key ? replaced(part, rest, put) : part));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, put) };
}

const badValues: unknown[] = [
  undefined,
  null,
  '',
  'x'.repeat(200_000),
  '<script>alert(1)</script>',
  'a\u0000b',
  '\ud800',
  "'; drop table unit; --",
  -1,
  1.5,
  1e308,
  true,
  {},
  [],
  Array.from({ length: 3 }, () => ({})),
  '2026-02-30',
  '9999-99-99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
];

let house: House;
let admin: Connection;
beforeAll(async () => {
  house = await openHouse();
  const [row] = await house.connection.sql`select current_database() as name`;
  admin = connect(readdress(inject('testCluster').adminUrl, { database: String(row?.name) }), { max: 2 });
});
afterAll(async () => {
  await admin.close();
  await house.close();
});

/** Rows in every table but the receipts: what a refused command must leave as it was. */
async function rowsInAll(): Promise<number> {
  const { sql } = admin;
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'command_receipt'`;
  const counts = await Promise.all(
    tables.map(async ({ name }) => (await sql`select count(*)::int as rows from ${sql(name)}`)[0]?.rows),
  );
  return counts.reduce((sum, rows) => sum + Number(rows), 0);
}

const personas: Persona[] = ['administrator', 'office', 'headCoLe', 'leader', 'quality'];

describe.each(commands.map((command) => [command.action, command] as const))('%s', (_, command) => {
  const shape = z.toJSONSchema(command.input, { io: 'input', unrepresentable: 'any' }) as Shape;
  const good = sample(shape);

  it('answers every bad input with a reason in both languages, and never with a failure of ours', async () => {
    let rows = await rowsInAll();
    let count = 0;
    for (const place of places(good)) {
      for (const bad of badValues) {
        const persona = personas[count % personas.length] ?? 'office';
        count += 1;
        const receipt = openReceipt(await house.send(persona, command, replaced(good, place, bad)));
        const told = `${place.join('.')} = ${JSON.stringify(bad)?.slice(0, 40)}`;
        // What happens to be good takes effect; only what was refused must leave nothing behind.
        if (receipt.status !== 'refused') rows = await rowsInAll();
        else {
          expect(errorCodes, told).toContain(receipt.reason?.code);
          expect(isErrorKey(receipt.reason?.key ?? ''), told).toBe(true);
          for (const issue of receipt.reason?.issues ?? []) expect(isErrorKey(issue.key), told).toBe(true);
        }
      }
    }
    expect(count).toBeGreaterThan(badValues.length);
    expect(await rowsInAll()).toBe(rows);
  });
});
