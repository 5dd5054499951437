import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { OpenVisit } from './read-visit.ts';

/** Who of the team takes the section by the leader's word; undefined: nobody, or somebody who has left the team. */
export function takerOf(
  { view, held }: Pick<OpenVisit, 'view' | 'held'>,
  sectionCode: string,
): VisitPacket['team'][number] | undefined {
  const account = view.sections.get(sectionCode)?.value;
  return held.packet.team.find(({ accountId }) => accountId === account);
}
