const territory = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Xã|Phường|Thị trấn|Đặc khu) /;

/**
 * The agency that acts for a unit: of a territory its people's committee, `UBND xã Cổ Lễ`; an agency is its own name.
 * `Ủy ban nhân dân` is written out in official documents.
 */
export function agencyName(unitName: string, form: 'short' | 'full' = 'short'): string {
  if (!territory.test(unitName)) return unitName;
  const committee = form === 'short' ? 'UBND' : 'Ủy ban nhân dân';
  return `${committee} ${unitName.charAt(0).toLocaleLowerCase('vi')}${unitName.slice(1)}`;
}

/** The name without its kind, as it stands before the date of a document: `Ninh Bình`. */
export function placeName(unitName: string): string {
  return unitName.replace(territory, '');
}

/**
 * The name of an agency beside that of its territory, which is named already: `Sở Nội vụ` of the agency
 * `Sở Nội vụ tỉnh Ninh Bình` of `Tỉnh Ninh Bình`.
 */
export function nameUnder(agency: string, territoryName: string): string {
  const place = ` ${territoryName}`;
  return agency.toLocaleLowerCase('vi').endsWith(place.toLocaleLowerCase('vi'))
    ? agency.slice(0, -place.length)
    : agency;
}
