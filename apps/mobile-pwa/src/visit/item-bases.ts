import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { basesOn } from '@kycuong/domain/checklist/bases-on.ts';
import type { ChecklistItem } from '@kycuong/domain/checklist/checklist.ts';
import type { LegalBasis } from '@kycuong/domain/checklist/legal-basis.ts';
import type { OpenVisit } from './read-visit.ts';

interface VisitOnDay {
  readonly held: { readonly packet: Pick<OpenVisit['held']['packet'], 'plannedOn' | 'legalBases'> };
  readonly view: Pick<OpenVisit['view'], 'checkedInAt'>;
}

/** The law that a line rests on at this visit: that of the day on which the team came, until then of the planned one. */
export function itemBases(
  { held: { packet }, view: { checkedInAt } }: VisitOnDay,
  item: Pick<ChecklistItem, 'legalBasisIds'> | undefined,
): LegalBasis[] {
  const day = checkedInAt === null ? packet.plannedOn : dateInVietnam(new Date(checkedInAt));
  return basesOn(item?.legalBasisIds ?? [], packet.legalBases, day);
}
