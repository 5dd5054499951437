/** What is counted of each person and day; of a device too, where it hands in by itself. */
export const usageKinds = ['evidence', 'staged', 'parcel', 'import', 'kept'] as const;
export type UsageKind = (typeof usageKinds)[number];

export interface Quota {
  readonly number: number;
  readonly megabytes: number;
}
export type Quotas = Readonly<Record<UsageKind, Quota>>;

/**
 * So generous that no honest day meets them. An inspector takes up to 1,000 photos of 300 kB a day, and after ten days
 * without a network they come on one: 10,000, 3 GB. Half of that again for larger files. As many bytes may be begun and
 * left half sent. A parcel holds all that a tablet has, and a leader brings those of the whole team, some of them twice.
 * `kept` is the text of commands that take no effect, refused or before the leader: ten days' 10,000 records of one who
 * was taken off the team meanwhile come to 15 MB, and a leader brings three such tablets.
 */
export const dailyQuotas: Quotas = {
  evidence: { number: 10_000, megabytes: 6_000 },
  staged: { number: 10_000, megabytes: 6_000 },
  parcel: { number: 300, megabytes: 12_000 },
  import: { number: 300, megabytes: 6_000 },
  kept: { number: 40_000, megabytes: 100 },
};

export const megabyte = 1_048_576;
