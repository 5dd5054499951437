/** The tiers of government. The district tier ended on 1 July 2025 (Law 72/2025/QH15). */
export const unitLevels = ['province', 'district', 'commune'] as const;
export type UnitLevel = (typeof unitLevels)[number];

/**
 * Territories keep the slug of their Vietnamese kind, which has no faithful translation; agencies have an
 * English word. `rank` orders the tree: a parent's rank is always lower than its child's. `digits` is how
 * long an official territorial code is. An agency with `level: null` belongs to its parent's tier.
 * department: sở and its equals; central-body: cơ quan ngành dọc; office: phòng chuyên môn of a district or
 * commune; branch: chi cục, trung tâm and the like; one-stop: bộ phận một cửa of any tier.
 */
const kinds = {
  tinh: { level: 'province', territory: true, rank: 1, digits: 2 },
  'thanh-pho-tw': { level: 'province', territory: true, rank: 1, digits: 2 },
  quan: { level: 'district', territory: true, rank: 2, digits: 3 },
  huyen: { level: 'district', territory: true, rank: 2, digits: 3 },
  'thi-xa': { level: 'district', territory: true, rank: 2, digits: 3 },
  'thanh-pho': { level: 'district', territory: true, rank: 2, digits: 3 },
  xa: { level: 'commune', territory: true, rank: 3, digits: 5 },
  phuong: { level: 'commune', territory: true, rank: 3, digits: 5 },
  'thi-tran': { level: 'commune', territory: true, rank: 3, digits: 5 },
  'dac-khu': { level: 'commune', territory: true, rank: 3, digits: 5 },
  department: { level: 'province', territory: false, rank: 4, digits: null },
  'central-body': { level: 'province', territory: false, rank: 4, digits: null },
  office: { level: null, territory: false, rank: 4, digits: null },
  branch: { level: null, territory: false, rank: 5, digits: null },
  'one-stop': { level: null, territory: false, rank: 6, digits: null },
} as const satisfies Record<
  string,
  { level: UnitLevel | null; territory: boolean; rank: number; digits: number | null }
>;

export type UnitKind = keyof typeof kinds;

export function isUnitKind(text: string): text is UnitKind {
  return Object.hasOwn(kinds, text);
}

/** Every kind, for checks and choices. */
export const unitKinds: readonly UnitKind[] = Object.keys(kinds).filter(isUnitKind);

export function rankOf(kind: UnitKind): number {
  return kinds[kind].rank;
}

/** Digits of an official code of this kind, or null where there is no official code. */
export function codeDigitsOf(kind: UnitKind): number | null {
  return kinds[kind].digits;
}

/** True for xã, phường, thị trấn and đặc khu: the units that coverage counts. */
export function isCommuneKind(kind: UnitKind): boolean {
  return kinds[kind].territory && kinds[kind].level === 'commune';
}

export function isTerritoryKind(kind: UnitKind): boolean {
  return kinds[kind].territory;
}

/** The tier of a unit of this kind under a parent of `parentLevel`. */
export function levelOf(kind: UnitKind, parentLevel: UnitLevel | null): UnitLevel {
  return kinds[kind].level ?? parentLevel ?? 'province';
}
