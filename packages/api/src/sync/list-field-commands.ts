import { fieldCommand } from '@kycuong/db/schema/sync.ts';
import type { FieldAction, FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

type Row = Pick<typeof fieldCommand.$inferSelect, keyof typeof columns>;

const {
  id,
  visitId,
  authorId,
  deviceId,
  action,
  clock,
  base,
  through,
  writtenAt,
  receivedAt,
  payload,
  serverOffsetMs,
} = fieldCommand;
const columns = {
  id,
  visitId,
  authorId,
  deviceId,
  action,
  clock,
  base,
  through,
  writtenAt,
  serverOffsetMs,
  receivedAt,
  payload,
};

/** As a packet tells it; function `pull_feed` of the database tells the same for a pull. */
function told(row: Row): { visitId: string; command: FieldCommand } {
  // The payload was parsed by its action's schema before it was stored; the pair of the two is known to the door alone.
  const command = {
    id: row.id,
    action: row.action,
    author: row.authorId,
    clock: row.clock,
    base: row.base,
    ...(row.through && { through: row.through }),
    writtenAt: row.writtenAt.toISOString(),
    serverOffsetMs: row.serverOffsetMs,
    device: row.deviceId,
    receivedAt: row.receivedAt.toISOString(),
    payload: row.payload,
  } as FieldCommand;
  return { visitId: row.visitId, command };
}

/** Everything written at a visit, of the named actions alone when given, in the order in which it was applied. */
export async function listFieldCommands(tx: Transaction, ofVisit: string, actions?: FieldAction[]) {
  const rows = await tx
    .select(columns)
    .from(fieldCommand)
    .where(and(eq(visitId, ofVisit), actions && inArray(action, actions)))
    .orderBy(asc(fieldCommand.appliedNo));
  return rows.map(told);
}

/** What was answered and settled at a visit, of one line when given: all that open conflicts come of. */
export async function listAnswerCommands(tx: Transaction, ofVisit: string, itemCode?: string) {
  const rows = await tx
    .select(columns)
    .from(fieldCommand)
    .where(
      and(
        eq(visitId, ofVisit),
        inArray(action, ['answer.set', 'answer.settle']),
        itemCode === undefined ? undefined : sql`${payload}->>'itemCode' = ${itemCode}`,
      ),
    );
  return rows.map((row) => told(row).command);
}
