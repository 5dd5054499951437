import { addDays, type PlainDate } from '@kycuong/domain/calendar/plain-date.ts';
import type { SystemStory } from './quality-story.ts';

export interface StoryUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Sample data: the article says how many of Trực Ninh's communes had declared (5 of 21), not which. */
const declaredIn2020 = ['14026', '14038', '14056', '14071', '14077'];
/** Two of the five, kept up to the end of the district. */
const keptUntil2025 = ['14026', '14077'];

/** Trực Ninh in 2020: five communes with a declared system of the 2008 edition, the others still building. */
export function oldCommuneStory({ id, code, name }: StoryUnit): SystemStory {
  if (!declaredIn2020.includes(code))
    return { unitId: id, unitName: name, editionId: 'iso-9001-2015', startedOn: '2020-03-16' };
  const later: PlainDate[] = keptUntil2025.includes(code) ? ['2024-11-14'] : [];
  return {
    unitId: id,
    unitName: name,
    editionId: 'iso-9001-2008',
    startedOn: '2016-03-07',
    appliedOn: '2016-08-01',
    auditedOn: ['2016-11-10', '2020-05-12', ...later],
    reviewedOn: ['2016-11-24', '2020-06-02', ...later],
    declaredOn: '2016-12-15',
  };
}

/** The district's specialised offices: all declared, by the 2015 edition. */
export function officeStory({ id, name }: StoryUnit): SystemStory {
  return {
    unitId: id,
    unitName: name,
    editionId: 'iso-9001-2015',
    startedOn: '2018-10-01',
    appliedOn: '2019-02-11',
    auditedOn: ['2019-06-05', '2020-04-21', '2024-10-09'],
    reviewedOn: ['2019-06-20', '2020-05-06', '2024-10-24'],
    declaredOn: '2019-07-01',
  };
}

/** A month after the reform: nobody had declared before. */
const earliest: PlainDate = '2025-08-01';

/**
 * How the new communes stand around the day of loading, spread by code so that each stage is there. `index` is the
 * commune's place in the list. The seven of Trực Ninh are set by hand: Cổ Lễ declared and maintained, Ninh Giang lapsed.
 */
export function newCommuneStory(place: StoryUnit, index: number, today: PlainDate): SystemStory | undefined {
  const { id: unitId, name: unitName, code } = place;
  const ago = (days: number): PlainDate => {
    const day = addDays(today, -days);
    if (day < earliest) return earliest;
    return day;
  };
  const base = { unitId, unitName, editionId: 'iso-9001-2015' as const };
  const building = { ...base, startedOn: ago(120 + (index % 7) * 15) };
  const applying = { ...base, startedOn: ago(300), appliedOn: ago(90 + (index % 5) * 12) };
  const declared = (daysAgo: number): SystemStory => ({
    ...base,
    startedOn: ago(daysAgo + 110),
    appliedOn: ago(daysAgo + 70),
    auditedOn: [ago(daysAgo + 25)],
    reviewedOn: [ago(daysAgo + 12)],
    declaredOn: ago(daysAgo),
  });
  const byHand: Record<string, SystemStory | undefined> = {
    '14026': declared(150),
    '14038': declared(362),
    '14056': applying,
    '14053': building,
    '14062': declared(60),
    '14071': applying,
    '14077': undefined,
  };
  if (Object.hasOwn(byHand, code)) return byHand[code];
  const share = (index * 37) % 100;
  if (share < 42) return declared(20 + ((index * 29) % 300));
  if (share < 52) return declared(348);
  if (share < 72) return applying;
  return share < 88 ? building : undefined;
}
