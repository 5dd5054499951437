import type { SecurityKind } from '@kycuong/domain/access/security-event.ts';
import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Transaction } from '../transaction.ts';
import { longestBrowser } from './create-session.ts';

export interface SecurityEvent {
  readonly kind: SecurityKind;
  /** Whose account it is about; null: nobody's. */
  readonly accountId: string | null;
  /** A word of ours about it: a reason, the procedure that was refused. Never what somebody typed. */
  readonly detail?: string;
  /** The name by which a session is shown, where it is about one. */
  readonly session?: string | undefined;
}

type Caller = Pick<Context, 'ground' | 'address' | 'browser'>;

/**
 * Puts an event into the security log, in one statement. Of one kind and account, or address where there is none, so many
 * an hour are kept and the last of them says that there may be more: nobody fills the log by trying.
 */
export async function noteSecurity(
  { ground, address, browser }: Caller,
  { kind, accountId, detail, session }: SecurityEvent,
  tx: Pick<Transaction, 'execute'> = ground.database,
): Promise<void> {
  const at = ground.now().toISOString();
  await tx.execute(sql`select note_security(${kind}, ${accountId}::uuid, ${at}::timestamptz,
    ${address}, ${browser?.slice(0, longestBrowser) ?? null}, ${session ?? null}::uuid, ${detail ?? null})`);
}

/** The same where the answer is a refusal already: it stays that, whatever becomes of the log. */
export async function tryNoteSecurity(caller: Caller, event: SecurityEvent): Promise<void> {
  await noteSecurity(caller, event).catch((error: unknown) => {
    console.error(JSON.stringify({ securityLog: event.kind, error: String(error) }));
  });
}
