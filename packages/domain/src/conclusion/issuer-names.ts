import { agencyName, nameUnder, placeName } from '../organisation/agency-name.ts';

/** How a document names the agency that issues it, and what stands above it. */
interface IssuerNames {
  /** Above the agency in the head. A people's committee has nothing above its own name. */
  readonly superior: string | null;
  /** In the head, a line each. */
  readonly agency: readonly string[];
  readonly agencyInFull: string;
  /** Where a sentence names it again. */
  readonly agencyAgain: string;
  /** Without its place: there is one above. */
  readonly reportsTo: string | null;
  /** Before the date. */
  readonly place: string;
}

const upper = (text: string) => text.toLocaleUpperCase('vi');
const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
const isTerritory = (name: string) => agencyName(name) !== name;
/** What the office of a people's committee calls itself after. */
const committee = / (?:Ủy ban nhân dân|UBND)$/iu;

/**
 * Of the unit that issues, by its name and those of the units above it, from the nearest up. The place stands once in the
 * head, in the upper line, whether that is a people's committee or a department; the agency's own name leaves it out
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I).
 */
export function issuerNames([lead = '', ...over]: readonly string[]): IssuerNames {
  const [above] = over;
  const territory = [lead, ...over].find(isTerritory) ?? '';
  const bare = (name: string) => nameUnder(name, territory);
  const aboveIsTerritory = above === territory;
  const agencyInFull = agencyName(lead, 'full');
  const shared = {
    agencyInFull,
    reportsTo:
      above === undefined
        ? null
        : isTerritory(above)
          ? agencyName(above).replace(` ${placeName(above)}`, '')
          : bare(above),
    place: placeName(territory || lead),
  };
  if (isTerritory(lead))
    return {
      ...shared,
      superior: null,
      agency: [agencyInFull.slice(0, -lead.length - 1), lead].map(upper),
      agencyAgain: agencyInFull,
    };
  const name = bare(lead);
  return {
    ...shared,
    superior:
      above === undefined
        ? null
        : upper(aboveIsTerritory ? agencyName(above) : `${bare(above)} ${lowerFirst(territory)}`.trim()),
    agency: [upper(name.replace(committee, ''))],
    agencyAgain: committee.test(name) ? lead : name,
  };
}
