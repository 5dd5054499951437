import { formDraft } from '@kycuong/db/schema/draft.ts';
import { addDays, dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { draftDays } from '@kycuong/domain/draft/draft-form.ts';
import { lt, sql } from 'drizzle-orm';
import { enter } from '../transaction.ts';
import type { Ground } from '../work.ts';

/** Takes away drafts that nobody has gone on with for long. */
export async function clearDrafts({ database, now }: Ground): Promise<void> {
  await database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'drafts', roles: [] }, now());
    const last = addDays(dateInVietnam(now()), -draftDays);
    await tx.delete(formDraft).where(lt(formDraft.savedAt, sql`${last}::date`));
  });
}
