import { join } from 'node:path';
import { clearSecurity } from '@kycuong/api/access/clear-security.ts';
import { clearSignIns } from '@kycuong/api/access/clear-sign-ins.ts';
import { endUnproven } from '@kycuong/api/access/end-unproven.ts';
import { clearDrafts } from '@kycuong/api/draft/clear-drafts.ts';
import { sealTrail } from '@kycuong/api/trail/seal-trail.ts';
import { clearUse } from '@kycuong/api/usage/clear-use.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { FastifyBaseLogger } from 'fastify';
import { clearStaging } from '../evidence/clear-staging.ts';
import { overdueForLong } from '../evidence/overdue-for-long.ts';
import { clearParcels } from '../parcel/clear-parcels.ts';
import { every } from './every.ts';
import { settledClock } from './settled-clock.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

interface BackgroundSetting {
  readonly ground: Ground;
  readonly evidenceFolder: string;
  readonly keepUploadsDays: number;
  readonly keepSecurityLogDays: number;
  readonly keepParcelsDays: number;
  readonly log: FastifyBaseLogger;
}

/**
 * What the server does by itself. Every minute: seals the audit trail, ends sessions that lack a second factor which is
 * demanded. Every ten: forgets old failed sign-ins. Every hour: ends sessions that are over and forgets old events of the
 * security log, clears away abandoned uploads and old parcels, and forgets the use of days long past and drafts left for long. Each may be done by
 * any of several servers, at any time. Gives back how to end it all.
 */
export function startBackground(setting: BackgroundSetting): () => Promise<void> {
  const { ground, evidenceFolder, keepUploadsDays, keepSecurityLogDays, keepParcelsDays, log } = setting;
  const isUploadCertain = overdueForLong(55 * minute);
  // Of a parcel there may be no other copy.
  const isParcelCertain = overdueForLong(23 * 60 * minute);
  const settled = settledClock(55 * minute, ground.now);
  const tellFailure = (error: unknown) => log.error(error);
  const ends = [
    every(
      minute,
      async () => {
        await sealTrail(ground);
      },
      tellFailure,
    ),
    every(minute, () => endUnproven(ground.database, ground.now(), ground.secondFactor), tellFailure),
    every(10 * minute, () => clearSignIns(ground), tellFailure),
    every(
      60 * minute,
      async () => {
        const at = settled();
        if (at === undefined) return;
        const past = { ...ground, now: () => at };
        await clearSecurity(past, keepSecurityLogDays * day);
        await clearUse(past);
        await clearDrafts(past);
      },
      tellFailure,
    ),
    every(
      60 * minute,
      async () => {
        const staging = join(evidenceFolder, 'staging');
        const left = await clearStaging(ground, {
          staging,
          keptMs: keepUploadsDays * day,
          isCertain: ({ id, grewAt }) => isUploadCertain(id, grewAt),
        });
        for (const one of left) log.warn(one, 'abandoned upload cleared away');
        const parcels = join(evidenceFolder, 'parcels');
        const old = await clearParcels(parcels, {
          keptMs: keepParcelsDays * day,
          now: ground.now(),
          isCertain: ({ name, cameAt }) => isParcelCertain(name, cameAt),
        });
        for (const one of old) log.warn(one, 'old parcel cleared away');
      },
      tellFailure,
    ),
  ];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}
