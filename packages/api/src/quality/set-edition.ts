import { standardEdition } from '@kycuong/db/schema/quality.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { SetEdition } from '@kycuong/domain/quality/set-edition.ts';
import { eq } from 'drizzle-orm';
import { command } from '../command.ts';
import { found } from '../query.ts';
import { requireSeen, versionOf } from '../seen.ts';

/** Sets from when to when an edition of the standard applies; systems that rest on it keep it. */
export const setEdition = command({
  action: 'quality.set-edition',
  input: SetEdition,
  load: async ({ input }) => ({
    resource: wholeSystem,
    subject: { kind: 'standard-edition', id: input.id },
  }),
  run: async ({ tx, input }) => {
    const { seen, id, ...days } = input;
    const its = eq(standardEdition.id, id);
    const standing = found((await tx.select().from(standardEdition).where(its).for('update'))[0]);
    requireSeen(seen, versionOf(standing));
    await tx.update(standardEdition).set(days).where(its);
  },
  trail: ({ seen: _, ...written }) => written,
});
