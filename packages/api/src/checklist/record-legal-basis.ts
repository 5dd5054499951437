import { legalBasis } from '@kycuong/db/schema/checklist.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { RecordLegalBasis } from '@kycuong/domain/checklist/record-legal-basis.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq, inArray } from 'drizzle-orm';
import { command } from '../command.ts';
import { requireSeen, versionOf } from '../seen.ts';
import { renewPackets } from '../sync/renew-packets.ts';

const words = ['title', 'titleEn', 'number', 'article'] as const;

/** Adds a provision of law, or sets the days, successor, source and mark of one that is there. */
export const recordLegalBasis = command({
  action: 'checklist.record-legal-basis',
  input: RecordLegalBasis,
  turn: ({ id }) => id,
  load: async ({ input }) => ({
    resource: wholeSystem,
    subject: { kind: 'legal-basis', id: input.id },
  }),
  run: async ({ tx, input }) => {
    const { seen, ...row } = input;
    const replacedBy = row.replacedBy ?? [];
    const [standing] = await tx.select().from(legalBasis).where(eq(legalBasis.id, row.id));
    requireSeen(seen, standing && versionOf(standing));
    for (const name of words)
      if (standing && (standing[name] ?? '') !== (row[name] ?? ''))
        throw new DomainError('invalid', 'checklist.basis-words-kept', { field: name });
    const known = new Set(
      (await tx.select({ id: legalBasis.id }).from(legalBasis).where(inArray(legalBasis.id, replacedBy))).map(
        ({ id }) => id,
      ),
    );
    const stray = replacedBy.find((id) => !known.has(id));
    if (stray !== undefined)
      throw new DomainError('invalid', 'finding.legal-basis-unknown', {
        field: 'replacedBy',
        legalBasisId: stray,
      });
    const written = {
      ...row,
      number: row.number || null,
      article: row.article || null,
      replacedBy,
      byProvince: true,
    };
    await tx.insert(legalBasis).values(written).onConflictDoUpdate({ target: legalBasis.id, set: written });
    await renewPackets(tx);
  },
  trail: ({ seen: _, ...written }) => written,
});
