/** Rows as the unit import takes them. The agencies' codes are ours; offices are those every district had by rule. */
export type AgencyRow = readonly [code: string, name: string, kind: string, parentCode: string];

/** Provincial agencies that the story needs, from the reform on. */
export const provincialAgencies: readonly AgencyRow[] = [
  ['37-VP', 'Văn phòng Ủy ban nhân dân tỉnh Ninh Bình', 'department', '37'],
  ['37-SNV', 'Sở Nội vụ tỉnh Ninh Bình', 'department', '37'],
  ['37-SKHCN', 'Sở Khoa học và Công nghệ tỉnh Ninh Bình', 'department', '37'],
  ['37-TDC', 'Chi cục Tiêu chuẩn Đo lường Chất lượng tỉnh Ninh Bình', 'branch', '37-SKHCN'],
];

/**
 * Specialised offices of Trực Ninh's People's Committee, which all had declared in 2020. The names are those a rural
 * district had under Decree 37/2014/ND-CP and its amendments; they ended with the district, without successor.
 */
export const districtOffices: readonly AgencyRow[] = [
  ['363-VP', 'Văn phòng HĐND và UBND huyện Trực Ninh', 'office', '363'],
  ['363-NV', 'Phòng Nội vụ huyện Trực Ninh', 'office', '363'],
  ['363-TP', 'Phòng Tư pháp huyện Trực Ninh', 'office', '363'],
  ['363-TCKH', 'Phòng Tài chính - Kế hoạch huyện Trực Ninh', 'office', '363'],
  ['363-TNMT', 'Phòng Tài nguyên và Môi trường huyện Trực Ninh', 'office', '363'],
  ['363-LDXH', 'Phòng Lao động - Thương binh và Xã hội huyện Trực Ninh', 'office', '363'],
  ['363-VHTT', 'Phòng Văn hóa và Thông tin huyện Trực Ninh', 'office', '363'],
  ['363-GDDT', 'Phòng Giáo dục và Đào tạo huyện Trực Ninh', 'office', '363'],
  ['363-YT', 'Phòng Y tế huyện Trực Ninh', 'office', '363'],
  ['363-TTr', 'Thanh tra huyện Trực Ninh', 'office', '363'],
  ['363-NN', 'Phòng Nông nghiệp và Phát triển nông thôn huyện Trực Ninh', 'office', '363'],
  ['363-KTHT', 'Phòng Kinh tế và Hạ tầng huyện Trực Ninh', 'office', '363'],
];
