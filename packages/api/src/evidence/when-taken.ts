import type { evidence } from '@kycuong/db/schema/evidence.ts';
import type { AttachEvidence } from '@kycuong/domain/evidence/attach-evidence.ts';
import { believable } from '@kycuong/domain/evidence/stated-time.ts';

/** Where it comes from and what it says of its own time, as it is kept: nothing that cannot be so. */
export function originColumns({ source = null, stated }: AttachEvidence, now: Date) {
  const statedAt = believable(stated?.at, now.getTime()) ?? null;
  return { source, stated_at: statedAt, stated_by: statedAt === null ? null : (stated?.by ?? null) };
}

type Row = Pick<
  typeof evidence.$inferSelect,
  'takenAt' | 'deviceAt' | 'clockUnknown' | 'source' | 'statedAt' | 'statedBy'
>;

/** When it was taken or added, and what stands beside that, as it is told. Times are ISO instants. */
export function whenTaken({ takenAt, deviceAt, clockUnknown, source, statedAt, statedBy }: Row) {
  return {
    takenAt: takenAt.toISOString(),
    source,
    stated: statedAt && statedBy && { at: statedAt.toISOString(), by: statedBy },
    clock: { deviceAt: deviceAt?.toISOString() ?? null, clockUnknown },
  };
}
