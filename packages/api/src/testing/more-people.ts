import { connect } from '@kycuong/db/connection.ts';
import { readdress } from '@kycuong/db/database-address.ts';
import type { Role } from '@kycuong/domain/access/role.ts';
import type { UnitKind, UnitLevel } from '@kycuong/domain/organisation/unit-kind.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { inject } from 'vitest';
import type * as z from 'zod/mini';
import { carryOut } from '../carry-out.ts';
import type { Command, Loaded } from '../command.ts';
import { type AnyQuery, ask } from '../query.ts';
import type { Request } from '../work.ts';
import type { House } from './house.ts';

export interface Person extends Request {
  readonly accountId: string;
  readonly run: <Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
    definition: Command<Schema, Facts, Output>,
    payload: z.input<Schema>,
    id?: string,
  ) => Promise<Output>;
  readonly ask: <Schema extends z.ZodMiniType, Output>(
    definition: AnyQuery<Schema, Output>,
    input: z.input<Schema>,
  ) => Promise<Output>;
}

interface NewUnit {
  readonly name: string;
  /** By default one that no other unit has. */
  readonly code?: string;
  readonly kind: UnitKind;
  readonly level: UnitLevel;
  readonly parentId: string | null;
  readonly from?: string;
  readonly until?: string | null;
  /** Units that it was made from. */
  readonly predecessors?: readonly string[];
}

/**
 * Adds units and people with any roles over any of them, also such as no command would give any more: as a superuser,
 * past fences and triggers.
 */
export async function openRegister(house: House) {
  const [row] = await house.connection.sql`select current_database() as name`;
  const admin = connect(readdress(inject('testCluster').adminUrl, { database: String(row?.name) }), {
    max: 1,
  });
  const { sql } = admin;
  await sql`set session_replication_role = replica`;
  return {
    sql,
    close: () => admin.close(),
    addUnit: async ({ from = '2025-07-01', until = null, predecessors = [], ...facts }: NewUnit) => {
      const id = uuidV7();
      const { code = id } = facts;
      await sql`insert into unit (id, identity_id, code, name, kind, level, parent_id, valid_from, valid_until)
        values (${id}, ${id}, ${code}, ${facts.name}, ${facts.kind}, ${facts.level}, ${facts.parentId}, ${from}, ${until})`;
      for (const before of predecessors)
        await sql`insert into unit_lineage (id, predecessor_id, successor_id, on_date, decision)
          values (${uuidV7()}, ${before}, ${id}, ${from}, 'Nghị quyết thử nghiệm')`;
      await sql`select rebuild_unit_scope()`;
      return id;
    },
    addPerson: async (
      username: string,
      at: string | null,
      ...grants: readonly (readonly [Role, string | null])[]
    ): Promise<Person> => {
      const accountId = uuidV7();
      await sql`insert into account (id, username, full_name, unit_id)
        values (${accountId}, ${username}, ${`Người ${username}`}, ${at})`;
      for (const [role, unitId] of grants)
        await sql`insert into role_grant (id, account_id, role, unit_id, valid_from)
          values (${uuidV7()}, ${accountId}, ${role}, ${unitId}, '2020-01-01')`;
      const request = { ground: house.ground, caller: { kind: 'person', accountId } } as const;
      return {
        ...request,
        accountId,
        run: (definition, payload, id = uuidV7()) => carryOut(definition, request, { id, payload }),
        ask: (definition, input) => ask(definition, request, input),
      };
    },
  };
}
export type Register = Awaited<ReturnType<typeof openRegister>>;
