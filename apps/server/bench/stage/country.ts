import { chanceOf } from '../../faults/stage/chance.ts';

const kinds = { xa: 'Xã', phuong: 'Phường', 'thi-tran': 'Thị trấn' } as const;

interface Place {
  readonly code: string;
  readonly name: string;
}

interface District extends Place {
  readonly province: Place;
}

interface Commune extends Place {
  readonly kind: keyof typeof kinds;
  readonly district: District;
}

/** A commune since the reform, and those that it was made of. */
interface Merger extends Place {
  readonly kind: string;
  readonly formers: readonly Commune[];
}

/** A province since the reform, with what stood there before. */
export interface Province extends Place {
  readonly formers: readonly Place[];
  readonly districts: readonly District[];
  readonly communes: readonly Merger[];
  /** Former communes of which nobody says what became of them. */
  readonly lost: readonly Commune[];
}

/** How many were made of one, of two and so on, on 1 July 2025. */
const communesMade = {
  1: 151,
  2: 835,
  3: 1527,
  4: 550,
  5: 160,
  6: 51,
  7: 22,
  8: 8,
  9: 5,
  10: 1,
  11: 2,
  12: 2,
};
const provincesMade = { 1: 11, 2: 17, 3: 6 };
const [provinces, communes, islands] = [34, 3_314, 7];
const [formerProvinces, formerDistricts, lostCommunes] = [63, 705, 572];
const goingOn = 117;

const syllables = (
  'An Bình Cát Châu Cường Đại Đông Đức Giang Hà Hải Hiệp Hòa Hồng Hưng Khánh Lâm Lộc Long Minh Mỹ Nam Nghĩa Ngọc ' +
  'Phú Phúc Quang Sơn Tân Thạch Thành Thịnh Thọ Tiến Trung Vân Vĩnh Xuân Yên'
).split(' ');

const times = <Made>(count: number, make: (index: number) => Made) =>
  Array.from({ length: count }, (_, index) => make(index));
/** Of so many things dealt out evenly over so many places, those that fall on one. */
const share = (things: number, places: number, place: number) =>
  Math.floor(((place + 1) * things) / places) - Math.floor((place * things) / places);
const sizesOf = (counts: Readonly<Record<number, number>>) =>
  Object.entries(counts).flatMap(([size, count]) => times(count, () => Number(size)));

/**
 * An invented country before and after a reform, of the size of the real one's of 1 July 2025: as many units of each
 * level, as many communes made of one, two … of the former, as many that simply go on. The same of the same seed.
 */
export function inventCountry(seed: number): Province[] {
  const { between } = chanceOf(seed);
  const proper = () => times(2, () => syllables[between(0, syllables.length - 1)]).join(' ');
  const shuffled = (values: number[]) =>
    times(values.length, () => values.splice(between(0, values.length - 1), 1)).flat();
  const added = { provinces: 0, districts: 0, communes: 0, goingOn: 0 };

  // Beside 37 and 14000 to 14019, with which the stage is furnished.
  const addProvince = () => {
    const place = added.provinces++;
    const code = String(place < 36 ? place + 1 : place + 2).padStart(2, '0');
    const province = { code, name: `Tỉnh ${proper()}` };
    const districts = times(share(formerDistricts, formerProvinces, place), () => ({
      code: String(101 + added.districts++),
      name: `Huyện ${proper()}`,
      province,
    }));
    return { province, districts };
  };
  const addCommune = (district: District | undefined): Commune => {
    if (district === undefined) throw new Error('a commune nowhere');
    const lot = between(1, 20);
    const kind = lot === 1 ? 'thi-tran' : lot < 5 ? 'phuong' : 'xa';
    return { code: String(20_001 + added.communes++), kind, name: `${kinds[kind]} ${proper()}`, district };
  };
  const merge = (formers: readonly Commune[]): Merger => {
    const [first] = formers;
    if (first === undefined) throw new Error('a commune made of nothing');
    const { code, kind: was } = first;
    const kind = was === 'phuong' ? kinds.phuong : kinds.xa;
    const keepsName =
      formers.length > 1 ? between(1, 3) === 1 : was !== 'thi-tran' && added.goingOn++ < goingOn;
    return { code, kind, name: keepsName ? first.name : `${kind} ${proper()}`, formers };
  };
  const addIsland = (): Merger => ({
    code: String(20_001 + added.communes++),
    kind: 'Đặc khu',
    name: `Đặc khu ${proper()}`,
    formers: [],
  });

  const sizes = shuffled(sizesOf(communesMade));
  return shuffled(sizesOf(provincesMade)).map((formerCount, place) => {
    const formers = times(formerCount, addProvince);
    const districts = formers.flatMap((former) => former.districts);
    const own = sizes.splice(0, share(communes, provinces, place));
    const lost = share(lostCommunes, provinces, place);
    const all = own.reduce((sum, size) => sum + size, lost);
    const former = times(all, (index) => addCommune(districts[Math.floor((index * districts.length) / all)]));
    const merged = own.map((size) => merge(former.splice(0, size)));
    const [first] = formers;
    return {
      code: first?.province.code ?? '',
      name: `Tỉnh ${proper()}`,
      formers: formers.map(({ province }) => province),
      districts,
      communes: place < islands ? [...merged, addIsland()] : merged,
      lost: former,
    };
  });
}
