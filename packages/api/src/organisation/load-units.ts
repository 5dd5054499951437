import { unit, unitLineage } from '@kycuong/db/schema/organisation.ts';
import type { Unit } from '@kycuong/domain/organisation/unit.ts';
import type { UnitLineage } from '@kycuong/domain/organisation/unit-lineage.ts';
import { isNull } from 'drizzle-orm';
import type { Transaction } from '../transaction.ts';

const unitFields = {
  id: unit.id,
  code: unit.code,
  codeScheme: unit.codeScheme,
  name: unit.name,
  kind: unit.kind,
  level: unit.level,
  parentId: unit.parentId,
  validFrom: unit.validFrom,
  validUntil: unit.validUntil,
  identityId: unit.identityId,
};

/** Every interval of every unit that was: some 15,000 for the whole country, before and after the reform. */
export function loadUnits(tx: Transaction): Promise<Unit[]> {
  return tx.select(unitFields).from(unit).where(isNull(unit.mistakenAt));
}

export function loadLineage(tx: Transaction): Promise<UnitLineage[]> {
  const { id, predecessorId, successorId, onDate, decision, continues } = unitLineage;
  return tx.select({ id, predecessorId, successorId, onDate, decision, continues }).from(unitLineage);
}
