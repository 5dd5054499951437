import { recoveryKey } from '@kycuong/db/schema/recovery.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { importPublicKey, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import { command } from '../command.ts';
import { currentRecoveryKey } from './current-recovery-key.ts';

/**
 * Puts a recovery key into use: tablets wrap their data keys by it from their next contact on. Older keys stay known.
 * With `onlyFirst` a key that is in use already stays, so that servers that start together agree on one.
 * Gives the id of the key that is in use afterwards.
 * @throws DomainError `sync.seal-broken` when the text is no P-256 public key
 */
export const adoptRecoveryKey = command({
  action: 'sync.adopt-recovery-key',
  input: z.object({ publicKey: z.string().check(z.maxLength(400)), onlyFirst: z.boolean() }),
  load: async ({ input }) => {
    await importPublicKey(input.publicKey);
    return {
      resource: wholeSystem,
      subject: { kind: 'recovery-key', id: await publicKeyId(input.publicKey) },
    };
  },
  run: async ({ tx, input, facts, now }) => {
    const { id } = facts.subject;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('recovery key'))`);
    const current = await currentRecoveryKey(tx);
    if (current !== null && (input.onlyFirst || current.id === id)) return { id: current.id, adopted: false };
    const { publicKey } = input;
    const added = await tx
      .insert(recoveryKey)
      .values({ id, publicKey, inUseFrom: now })
      .onConflictDoNothing()
      .returning();
    if (added.length === 0) throw new DomainError('conflict', 'sync.recovery-key-older');
    return { id, adopted: true };
  },
  isNothing: ({ adopted }) => !adopted,
});
