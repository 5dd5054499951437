import { nextStamp } from '@kycuong/domain/sync/clock.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { AnswerCommand } from '../floor/write.ts';
import { type BenchVisit, type Inspector, itemCode } from '../stage/furnish.ts';

/** What a tablet puts around any act: the `index`-th of this device at this visit. */
export function envelope(
  { id: author, device }: Inspector,
  { visitId }: Pick<BenchVisit, 'visitId'>,
  index: number,
): Omit<CommandEnvelope, 'payload'> {
  const now = Date.now();
  return {
    id: uuidV7(now),
    action: 'answer.set',
    schemaVersion: 1,
    author,
    device,
    visitId,
    seq: index + 1,
    clock: nextStamp(undefined, device, now),
    base: null,
    writtenAt: new Date(now).toISOString(),
    serverOffsetMs: 0,
  };
}

/** Answers to the checklist's lines `from` … `from + count - 1`, as an inspector gives them. */
export function answers(author: Inspector, visit: BenchVisit, from: number, count: number): AnswerCommand[] {
  return Array.from({ length: count }, (_, offset) => {
    const index = from + offset;
    return {
      ...envelope(author, visit, index),
      payload: {
        visitId: visit.visitId,
        itemCode: itemCode(index),
        conformity: index % 7 === 0 ? 'nonconform' : 'conform',
        note: `Đã đối chiếu sổ theo dõi, dòng ${index + 1}.`,
      },
    };
  });
}
