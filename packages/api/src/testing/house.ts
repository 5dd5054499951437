import { type Connection, connect } from '@kycuong/db/connection.ts';
import { account, credential, roleGrant } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { createTestDatabase } from '@kycuong/db/testing/test-database.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import type { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { sql } from 'drizzle-orm';
import type * as z from 'zod/mini';
import { hashPassword } from '../access/password.ts';
import type { Command, Loaded } from '../command.ts';
import { openReceipt, perform } from '../door.ts';
import { type AnyQuery, ask } from '../query.ts';
import { reasonError } from '../reason-error.ts';
import { type Caller, enter, type Transaction } from '../transaction.ts';
import type { Ground } from '../work.ts';

export const password = 'mat-khau-thu-nghiem';

/** The units and people that every test of a command knows by name. All people are invented. */
const units = {
  ninhBinh: { code: '37', name: 'Tỉnh Ninh Bình', kind: 'tinh', level: 'province', parent: null },
  soNoiVu: { code: 'SNV', name: 'Sở Nội vụ', kind: 'department', level: 'province', parent: 'ninhBinh' },
  coLe: { code: '14026', name: 'Xã Cổ Lễ', kind: 'xa', level: 'commune', parent: 'ninhBinh' },
  ninhGiang: { code: '14038', name: 'Xã Ninh Giang', kind: 'xa', level: 'commune', parent: 'ninhBinh' },
} as const;
export type UnitName = keyof typeof units;

const people: Record<string, { role: Role; over: UnitName; at: UnitName; name: string }> = {
  administrator: { role: 'administrator', over: 'ninhBinh', at: 'ninhBinh', name: 'Đỗ Văn Quản' },
  leadership: { role: 'leadership', over: 'ninhBinh', at: 'ninhBinh', name: 'Vũ Thị Lãnh' },
  office: { role: 'programme-office', over: 'ninhBinh', at: 'soNoiVu', name: 'Trần Thị Văn' },
  leader: { role: 'inspector', over: 'ninhBinh', at: 'soNoiVu', name: 'Nguyễn Văn Trưởng' },
  inspector: { role: 'inspector', over: 'ninhBinh', at: 'soNoiVu', name: 'Bùi Thị Kiểm' },
  outsider: { role: 'inspector', over: 'ninhBinh', at: 'soNoiVu', name: 'Lê Văn Ngoài' },
  headCoLe: { role: 'agency-head', over: 'coLe', at: 'coLe', name: 'Đặng Thị Chủ' },
  headNinhGiang: { role: 'agency-head', over: 'ninhGiang', at: 'ninhGiang', name: 'Phạm Văn Tịch' },
  quality: { role: 'quality-office', over: 'ninhBinh', at: 'soNoiVu', name: 'Hoàng Thị Chất' },
};
export type Persona =
  | 'administrator'
  | 'leadership'
  | 'office'
  | 'leader'
  | 'inspector'
  | 'outsider'
  | 'headCoLe'
  | 'headNinhGiang'
  | 'quality';

export interface House {
  readonly ground: Ground;
  readonly connection: Connection;
  /** The address at which a server of its own may serve this database. */
  readonly appUrl: string;
  readonly unitId: (name: UnitName) => string;
  readonly accountId: (name: Persona) => string;
  readonly caller: (name: Persona) => Caller;
  /** Moves the injected clock. */
  readonly setNow: (iso: string) => void;
  /** Performs a command as a person; a refusal is thrown as its DomainError. */
  readonly run: <Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
    name: Persona,
    definition: Command<Schema, Facts, Output>,
    payload: z.input<Schema>,
    id?: string,
  ) => Promise<Output>;
  /** Performs a command and gives the receipt's text, refused or not. */
  readonly send: <Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
    name: Persona,
    definition: Command<Schema, Facts, Output>,
    payload: unknown,
    id?: string,
  ) => Promise<string>;
  readonly ask: <Schema extends z.ZodMiniType, Output>(
    name: Persona,
    definition: AnyQuery<Schema, Output>,
    input: z.input<Schema>,
  ) => Promise<Output>;
  /** Looks at the database as a person, through the row fence. */
  readonly look: <Result>(name: Persona, run: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  /** Looks as the system with the administrator's role: for the audit trail and receipts. */
  readonly lookAsSystem: <Result>(run: (tx: Transaction) => Promise<Result>) => Promise<Result>;
  readonly close: () => Promise<void>;
}

async function furnish(
  ground: Ground,
): Promise<{ unitIds: Map<string, string>; accountIds: Map<string, string> }> {
  const unitIds = new Map(Object.keys(units).map((name) => [name, uuidV7()]));
  const accountIds = new Map(Object.keys(people).map((name) => [name, uuidV7()]));
  const idOf = (ids: Map<string, string>, name: string) => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`no ${name} in the test house`);
    return id;
  };
  const passwordHash = await hashPassword(password);
  await ground.database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'test', roles: ['administrator'] }, ground.now());
    for (const [name, { parent, ...facts }] of Object.entries(units)) {
      const id = idOf(unitIds, name);
      const parentId = parent === null ? null : idOf(unitIds, parent);
      await tx.insert(unit).values({ id, identityId: id, ...facts, parentId, validFrom: '2025-07-01' });
    }
    await tx.execute(sql`select rebuild_unit_scope()`);
    for (const [name, person] of Object.entries(people)) {
      const id = idOf(accountIds, name);
      const home = idOf(unitIds, person.at);
      await tx.insert(account).values({ id, username: name, fullName: person.name, unitId: home });
      await tx.insert(credential).values({ accountId: id, passwordHash, changedAt: ground.now() });
      await tx.insert(roleGrant).values({
        id: uuidV7(),
        accountId: id,
        role: person.role,
        unitId: idOf(unitIds, person.over),
        validFrom: '2020-01-01',
      });
    }
  });
  return { unitIds, accountIds };
}

/** A migrated database of its own with a province, three of its units and nine people. Close it after the tests. */
export async function openHouse(): Promise<House> {
  const testDatabase = await createTestDatabase();
  const connection = connect(testDatabase.appUrl, { name: 'test' });
  let now = new Date('2026-11-23T02:00:00Z');
  const ground: Ground = { database: connection.db, now: () => now };
  const { unitIds, accountIds } = await furnish(ground);
  const named = (ids: Map<string, string>) => (name: string) => ids.get(name) ?? '';
  const accountId = named(accountIds);
  const caller = (name: Persona): Caller => ({ kind: 'person', accountId: accountId(name) });
  const send: House['send'] = (name, definition, payload, id = uuidV7()) =>
    perform(definition, { ground, caller: caller(name) }, { id, payload });
  const lookAs = <Result>(who: Caller, run: (tx: Transaction) => Promise<Result>) =>
    ground.database.transaction(async (tx) => {
      await enter(tx, who, now);
      return run(tx);
    });
  return {
    ground,
    connection,
    appUrl: testDatabase.appUrl,
    unitId: named(unitIds),
    accountId,
    caller,
    setNow: (iso) => {
      now = new Date(iso);
    },
    send,
    run: async <Output>(
      name: Persona,
      ...rest: [Command<z.ZodMiniType, Loaded, Output>, unknown, string?]
    ) => {
      const receipt: Receipt = openReceipt(await send(name, ...rest));
      if (receipt.reason !== undefined) throw reasonError(receipt.reason);
      return receipt.result as Output;
    },
    ask: (name, definition, input) => ask(definition, { ground, caller: caller(name) }, input),
    look: (name, run) => lookAs(caller(name), run),
    lookAsSystem: (run) => lookAs({ kind: 'system', name: 'test', roles: ['administrator'] }, run),
    close: async () => {
      await connection.close();
      await testDatabase.drop();
    },
  };
}
