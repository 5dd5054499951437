import { dossierSample } from '@kycuong/db/schema/dossier.ts';
import { SampleDossier } from '@kycuong/domain/dossier/sample-dossier.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import { fieldVerb } from '../sync/field-verb.ts';

/** Records the facts of a dossier that was looked at, or mends them; earlier ones stay in the visit's history. */
export const sampleDossier = fieldVerb({
  action: 'dossier.sample',
  input: SampleDossier,
  run: async ({ tx, input, facts, commandId }) => {
    const { sampleId: id, visitId, code } = input;
    const { roundId, unitId, author, written } = facts.visit;
    const [known] = await tx
      .select({ visitId: dossierSample.visitId })
      .from(dossierSample)
      .where(eq(dossierSample.id, id));
    if (known !== undefined && known.visitId !== visitId) throw new DomainError('conflict', 'record.exists');
    const latest = { code, facts: input, sampledBy: author, sampledAt: written.at, commandId };
    if (known === undefined)
      await tx.insert(dossierSample).values({ id, visitId, roundId, unitId, ...latest });
    else await tx.update(dossierSample).set(latest).where(eq(dossierSample.id, id));
  },
});
