/** Prints who may call what, as the tests hold it: `npm run rights`, or with `-- --people` everybody by name. */
import {
  people,
  type Reached,
  roundsTried,
  unitPlaces,
  words,
} from '../packages/api/src/testing/rights/people.ts';
import { rights } from '../packages/api/src/testing/rights/table.ts';

type Row = Extract<(typeof rights)[string], readonly unknown[]>[number];

function thingsOf(on: Row['on']): readonly Reached[] {
  if (on === 'units') return unitPlaces.map((place) => ({ place }));
  if (on === 'provinces') return [{ place: 'province' }, { place: 'other province' }];
  if (on === 'itself') return [{ place: 'whole' }];
  return roundsTried.filter(({ state }) => on.includes(state));
}

const named = (row: Row) =>
  thingsOf(row.on).map((thing) => {
    const allowed = people.filter((tried) => row.who.some((word) => words[word](tried, thing)));
    const where = thing.state === undefined ? thing.place : `${thing.state} at ${thing.place}`;
    return `  - ${where}: ${allowed.map(({ name }) => name).join('; ') || 'nobody'}`;
  });

const areas: Readonly<Record<string, string>> = {
  access: 'Accounts, roles, sessions',
  organisation: 'Units',
  calendar: 'Calendar of working days',
  checklist: 'Checklists',
  planning: 'Rounds of inspection',
  quality: 'Quality systems (TCVN ISO 9001)',
  audit: 'Internal audits and management reviews',
  statistics: 'Figures',
  conclusion: 'Reports and conclusions',
  visit: 'Visits',
  dossier: 'Dossiers looked at',
  finding: 'Findings',
  evidence: 'Photos and files',
  sync: 'Tablets and what they send',
  correctiveAction: 'Corrective actions',
  trail: 'Audit trail',
  notice: 'My work',
  device: 'Devices',
};
const shown: Readonly<Record<string, string>> = {
  named: 'with its unit',
  report: 'with the report',
  roundId: 'the round in it',
  visitId: 'the visit in it',
  entry: 'the unit’s entries in it',
};
/** `lockAccount` as people say it. */
const spoken = (name: string) => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
const where = (on: Row['on']) =>
  typeof on === 'string'
    ? { units: 'a unit and what is there', provinces: 'a province', itself: '' }[on]
    : `a round that is ${on.join(', ')}`;

/** What several acts have in common stands once: the acts, by on what and by whom. */
function linesOf(area: string): string[] {
  const lines = new Map<string, string[]>();
  for (const [path, right] of Object.entries(rights)) {
    const [own, name = ''] = path.split('.');
    if (own !== area) continue;
    const rows =
      'open' in right
        ? [[spoken(name), '', right.open] as const]
        : right.map(({ on, who, shows }) => {
            const what = shown[shows ?? ''];
            const act = what === undefined ? spoken(name) : `${spoken(name)} (${what})`;
            return [act, where(on), who.join('; ') || 'nobody'] as const;
          });
    for (const [act, ...rest] of rows) {
      const key = rest.join(' | ');
      lines.set(key, [...(lines.get(key) ?? []), act]);
    }
  }
  return [...lines].map(([rest, acts]) => `| ${acts.join(', ')} | ${rest} |`);
}

const legend = `# Who may do what

Nobody who is not named in a line gets in, whatever they hold besides. "Over it": the role is held over that unit, over one
above it, or over what it was made into; "over the whole": over every province there is. "Its leader", "the team": of that
round; who was taken off is none. A draft round is being prepared; a secret one is announced to nobody before its check-in;
an announced one is told to the unit; in a reported one the team has been at work; an ended one has its conclusion issued.`;

const print = [legend];
for (const area of new Set(Object.keys(rights).map((path) => path.split('.')[0] ?? '')))
  print.push(`\n## ${areas[area] ?? area}\n`, '| act | on | who |', '|---|---|---|', ...linesOf(area));
if (process.argv.includes('--people'))
  for (const [path, right] of Object.entries(rights))
    if (!('open' in right))
      for (const row of right)
        print.push('', `${path}${row.shows === undefined ? '' : ` (shows ${row.shows})`}`, ...named(row));
console.log(print.join('\n'));
