import { inventCountry } from './country.ts';

const seed = 20_250_701;
/** Rows of the published lineage that cannot be followed, and what is wrong with them. */
const faulty = { withoutPredecessor: 943, repeated: 128, successorUnknown: 4, predecessorUnknown: 3 };
/** One row in so many names its former commune otherwise than the list does. */
const namedOtherwise = 14;

const tableOf = (header: string, rows: readonly (readonly string[])[]) =>
  Buffer.from(`${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`);

/**
 * Lists of an invented country, of the size and with the faults of the published ones. Those are not everywhere that the
 * bench runs, and what it measures must be the same in any clone; that they are read rightly is for the tests.
 */
export function nationalLists(): {
  readonly before: Buffer;
  readonly since: Buffer;
  readonly lineage: Buffer;
} {
  const country = inventCountry(seed);
  const districts = country.flatMap((province) => province.districts);
  const now = country.flatMap(({ name: province, communes }) =>
    communes.map((commune) => ({ ...commune, province })),
  );
  const lost = country.flatMap((province) => province.lost);
  const former = [...now.flatMap(({ formers }) => formers), ...lost];

  const followed = now.flatMap(({ formers, code, name, province }) =>
    formers.map((was) => [
      was.code,
      was.name,
      was.district.name,
      was.district.province.name,
      code,
      name,
      province,
    ]),
  );
  const stated = followed.map((row, index) =>
    index % namedOtherwise === 0 ? row.with(1, `${row[1]} Cũ`) : row,
  );
  const into = now.map(({ code, name, province }) => [code, name, province]);
  const distinct = faulty.withoutPredecessor - faulty.repeated;
  const nobody = Array.from({ length: faulty.withoutPredecessor }, (_, index) => [
    ...['', '', '', ''],
    ...(into[index % distinct] ?? []),
  ]);
  const nowhere = lost
    .slice(0, faulty.successorUnknown)
    .map(({ code, name, district }) => [
      code,
      name,
      district.name,
      district.province.name,
      '99999',
      'Xã Mất',
      '',
    ]);
  const unheardOf = into
    .slice(0, faulty.predecessorUnknown)
    .map((successor, index) => [String(99_001 + index), 'Xã Lạ', '', '', ...successor]);

  return {
    before: tableOf('code,name,kind,parent_code', [
      ...country.flatMap(({ formers }) => formers.map(({ code, name }) => [code, name, 'tinh', ''])),
      ...districts.map(({ code, name, province }) => [code, name, 'huyen', province.code]),
      ...former.map(({ code, name, kind, district }) => [code, name, kind, district.code]),
    ]),
    since: tableOf('code,name,kind,parent_code', [
      ...country.map(({ code, name }) => [code, name, 'province', '']),
      ...country.flatMap((province) =>
        province.communes.map(({ code, name, kind }) => [code, name, kind, province.code]),
      ),
    ]),
    lineage: tableOf('old_code,old_name,old_district,old_province,new_code,new_name,new_province', [
      ...stated,
      ...nobody,
      ...nowhere,
      ...unheardOf,
    ]),
  };
}
