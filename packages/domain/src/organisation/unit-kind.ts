/** The tiers of government. The district tier ended on 1 July 2025 (Law 72/2025/QH15). */
export const unitLevels = ['province', 'district', 'commune'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/**
 * Territories keep the slug of their Vietnamese kind, which has no faithful translation; agencies have an English
 * word. department: sở and its equals; central-body: cơ quan ngành dọc; office: phòng chuyên môn of a district or
 * commune; branch: chi cục, trung tâm and the like; one-stop: bộ phận một cửa of any tier.
 */
export const unitKinds = [
  'tinh',
  'thanh-pho-tw',
  'quan',
  'huyen',
  'thi-xa',
  'thanh-pho',
  'xa',
  'phuong',
  'thi-tran',
  'dac-khu',
  'department',
  'central-body',
  'office',
  'branch',
  'one-stop',
] as const;
export type UnitKind = (typeof unitKinds)[number];

type KindFacts = {
  /** Null: the tier of its parent. */
  readonly level: UnitLevel | null;
  readonly territory: boolean;
  /** A parent's rank is always lower than its child's. */
  readonly rank: number;
  /** How long an official code is; null where there is none. */
  readonly digits: number | null;
};

const province: KindFacts = { level: 'province', territory: true, rank: 1, digits: 2 };
const district: KindFacts = { level: 'district', territory: true, rank: 2, digits: 3 };
const commune: KindFacts = { level: 'commune', territory: true, rank: 3, digits: 5 };
const agency = { territory: false, digits: null };

const kinds: Readonly<Record<UnitKind, KindFacts>> = {
  tinh: province,
  'thanh-pho-tw': province,
  quan: district,
  huyen: district,
  'thi-xa': district,
  'thanh-pho': district,
  xa: commune,
  phuong: commune,
  'thi-tran': commune,
  'dac-khu': commune,
  department: { ...agency, level: 'province', rank: 4 },
  'central-body': { ...agency, level: 'province', rank: 4 },
  office: { ...agency, level: null, rank: 4 },
  branch: { ...agency, level: null, rank: 5 },
  'one-stop': { ...agency, level: null, rank: 6 },
};

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(kinds, text);
}

/** The kinds that coverage counts: communes, wards, townships and special zones. */
export const communeKinds: readonly UnitKind[] = unitKinds.filter((kind) => kinds[kind] === commune);

export function rankOf(kind: UnitKind): number {
  return kinds[kind].rank;
}

/** Digits of an official code of this kind, or null where there is no official code. */
export function codeDigitsOf(kind: UnitKind): number | null {
  return kinds[kind].digits;
}

export function isTerritoryKind(kind: UnitKind): boolean {
  return kinds[kind].territory;
}

/** The tier of a unit of this kind under a parent of `parentLevel`. */
export function levelOf(kind: UnitKind, parentLevel: UnitLevel | null): UnitLevel {
  return kinds[kind].level ?? parentLevel ?? 'province';
}
