import { type Role, roles } from '@kycuong/domain/access/role.ts';

/**
 * Where a role can be held, or a thing can lie: over the whole system; in the province with its commune ("own"), the one
 * beside it ("sibling") and what the own one was made from ("dissolved"); in another province with its commune.
 */
export const places = [
  'whole',
  'province',
  'own',
  'sibling',
  'dissolved',
  'other province',
  'foreign',
] as const;
export type Place = (typeof places)[number];

/** What stands below what, by hand. */
const below: Readonly<Record<Place, readonly Place[]>> = {
  whole: places,
  province: ['province', 'own', 'sibling', 'dissolved'],
  own: ['own', 'dissolved'],
  sibling: ['sibling'],
  dissolved: ['dissolved'],
  'other province': ['other province', 'foreign'],
  foreign: ['foreign'],
};
const heldFrom: readonly Place[] = ['whole', 'province', 'own', 'sibling', 'other province'];
/** These are held over a province; over less they give nothing. */
const provincial: readonly Role[] = ['leadership', 'programme-office', 'quality-office'];

export interface Tried {
  readonly name: string;
  readonly grants: readonly (readonly [Role, Place])[];
  /** On the team of every round. */
  readonly team?: 'leader' | 'member' | 'removed';
  /** Prepared the rounds of that province. */
  readonly prepared?: Place;
}

/** Everybody whom the table is tried with: each role from each place, no role, teams, and two roles in two places. */
export const people: readonly Tried[] = [
  ...roles.flatMap((role) =>
    heldFrom.map((place) => ({
      name: `${role} / ${place}`,
      grants: [[role, place]] as const,
      ...(role === 'programme-office' && place === 'other province' ? { prepared: place } : {}),
    })),
  ),
  { name: 'no role', grants: [] },
  { name: 'leader of the team', grants: [['inspector', 'province']], team: 'leader' },
  { name: 'member of the team', grants: [['inspector', 'province']], team: 'member' },
  { name: 'taken off the team', grants: [['inspector', 'province']], team: 'removed' },
  { name: 'who prepared it', grants: [['programme-office', 'province']], prepared: 'province' },
  {
    name: 'programme-office / other province + agency-head / own',
    grants: [
      ['programme-office', 'other province'],
      ['agency-head', 'own'],
    ],
  },
  {
    name: 'leadership / other province + administrator / own',
    grants: [
      ['leadership', 'other province'],
      ['administrator', 'own'],
    ],
  },
  {
    name: 'programme-office / province + agency-head / own',
    grants: [
      ['programme-office', 'province'],
      ['agency-head', 'own'],
    ],
  },
  {
    name: 'quality-office / other province + administrator / sibling',
    grants: [
      ['quality-office', 'other province'],
      ['administrator', 'sibling'],
    ],
  },
];

export type State = 'draft' | 'announced' | 'secret' | 'reported' | 'ended';

/** What somebody tries to reach. */
export interface Reached {
  readonly place: Place;
  /** Of a round: where its lead unit is, and how far it has come. */
  readonly lead?: Place;
  readonly state?: State;
}

/** The units on which an act on a unit is tried. One beside the own one is tried by people from beside it. */
export const unitPlaces = ['province', 'own', 'dissolved', 'foreign'] as const;

const round = (state: State, place: Place) => ({
  state,
  place,
  lead: place === 'foreign' ? ('other province' as const) : ('province' as const),
});
/** The rounds that are tried, each with a visit at one place. */
export const roundsTried = [
  round('draft', 'own'),
  round('announced', 'own'),
  round('announced', 'foreign'),
  round('secret', 'own'),
  round('secret', 'foreign'),
  round('reported', 'own'),
  round('ended', 'own'),
  round('ended', 'dissolved'),
  round('ended', 'foreign'),
];

function over(person: Tried, role: Role, place: Place): boolean {
  return person.grants.some(
    ([held, from]) =>
      held === role &&
      below[from].includes(place) &&
      (!provincial.includes(role) || from === 'whole' || from.endsWith('province')),
  );
}

const onTeam = ({ team }: Tried) => team === 'leader' || team === 'member';
const isTold = ({ state }: Reached) => state !== 'draft' && state !== 'secret';

/** The words of the table, and what each means. */
export const words = {
  'whoever is signed in': () => true,
  'administrator over it': (p, t) => over(p, 'administrator', t.place),
  'administrator over the lead unit': (p, t) => over(p, 'administrator', t.lead ?? t.place),
  'administrator over the whole': (p) => over(p, 'administrator', 'whole'),
  'administrator somewhere': (p) => p.grants.some(([role]) => role === 'administrator'),
  'leadership over it': (p, t) => over(p, 'leadership', t.place),
  'leadership over the lead unit': (p, t) => over(p, 'leadership', t.lead ?? t.place),
  'programme office over it': (p, t) => over(p, 'programme-office', t.place),
  'programme office over the lead unit': (p, t) => over(p, 'programme-office', t.lead ?? t.place),
  'programme office over the whole': (p) => over(p, 'programme-office', 'whole'),
  'quality office over the whole': (p) => over(p, 'quality-office', 'whole'),
  'programme office somewhere': (p) =>
    places.some((place) => place !== 'whole' && over(p, 'programme-office', place)),
  'programme office over it, not its head': (p, t) =>
    over(p, 'programme-office', t.place) && !over(p, 'agency-head', t.place),
  'quality office over it': (p, t) => over(p, 'quality-office', t.place),
  'head over it': (p, t) => over(p, 'agency-head', t.place),
  'head over it, once told': (p, t) => over(p, 'agency-head', t.place) && isTold(t),
  'head over it, once issued': (p, t) => over(p, 'agency-head', t.place) && t.state === 'ended',
  'the team': onTeam,
  'its leader': ({ team }) => team === 'leader',
  'who prepared it': (p, t) => p.prepared !== undefined && p.prepared === t.lead,
} as const satisfies Record<string, (person: Tried, thing: Reached) => boolean>;
export type Word = keyof typeof words;
