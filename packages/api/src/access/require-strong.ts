import { unit } from '@kycuong/db/schema/organisation.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { eq } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

interface Owner {
  readonly username: string;
  readonly fullName: string;
  readonly unitId: string | null;
}

/** @throws DomainError `invalid` at the field, with why the password would soon be guessed */
export async function requireStrong(
  tx: Transaction,
  field: string,
  password: string,
  { unitId, ...owner }: Owner,
): Promise<void> {
  const [place] =
    unitId === null ? [] : await tx.select({ name: unit.name }).from(unit).where(eq(unit.id, unitId));
  // Loaded when first needed: its lists of words take as much memory as a third of the program.
  const { weaknessOf } = await import('@kycuong/domain/access/password-strength.ts');
  const weakness = weaknessOf(password, { ...owner, unitName: place?.name });
  if (weakness !== undefined) throw new DomainError('invalid', weakness, { field });
}
