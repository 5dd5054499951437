import { dailyQuotas, type Quotas, type UsageKind } from '@kycuong/domain/usage/quota.ts';
import { UsageError } from '../command-line/usage-error.ts';

/** How much is taken in, and how long what is not taken in is kept. */
export interface StorageBounds {
  readonly quotas: Quotas;
  /** Of the evidence folder's disk; below it no photo, file or parcel is taken in. */
  readonly keepFreeMegabytes: number;
  readonly keepParcelsDays: number;
}

/** Two years: a parcel that nobody could open here may be the only place where its work lies. */
export const storageBounds: StorageBounds = {
  quotas: dailyQuotas,
  keepFreeMegabytes: 1_024,
  keepParcelsDays: 730,
};

const names: Readonly<Record<UsageKind, string>> = {
  evidence: 'DAILY_PHOTOS',
  staged: 'DAILY_UPLOADS',
  parcel: 'DAILY_PARCELS',
  import: 'DAILY_IMPORTS',
  kept: 'DAILY_KEPT',
};

/** What the environment says of them. @throws UsageError for what is no number above 0 */
export function readStorageBounds(env: NodeJS.ProcessEnv): StorageBounds {
  const read = (name: string, unsaid: number) => {
    const number = Number(env[name] || unsaid);
    if (!(number > 0)) throw new UsageError(`${name}=${env[name]}: cần một số lớn hơn 0.`);
    return number;
  };
  const quotaOf = (kind: UsageKind) => ({
    number: read(names[kind], dailyQuotas[kind].number),
    megabytes: read(`${names[kind]}_MB`, dailyQuotas[kind].megabytes),
  });
  return {
    quotas: {
      evidence: quotaOf('evidence'),
      staged: quotaOf('staged'),
      parcel: quotaOf('parcel'),
      import: quotaOf('import'),
      kept: quotaOf('kept'),
    },
    keepFreeMegabytes: read('KEEP_FREE_MB', storageBounds.keepFreeMegabytes),
    keepParcelsDays: read('KEEP_PARCELS_DAYS', storageBounds.keepParcelsDays),
  };
}
