import { normalized } from '../input/normalized.ts';

/** The headings that a column may have, the one that we write ourselves first. The column's own name is always one. */
type Headings = readonly [string, ...string[]];

/** By list and column. Columns that the list does not take are for the eye and change nothing. */
export const importHeadings = {
  units: {
    code: ['Mã đơn vị', 'Mã', 'Mã số', 'Mã đơn vị hành chính', 'Mã ĐVHC'],
    name: ['Tên đơn vị', 'Tên', 'Tên đơn vị hành chính', 'Tên ĐVHC'],
    kind: ['Loại', 'Loại đơn vị', 'Loại hình', 'Cấp', 'Cấp đơn vị', 'Cấp hành chính'],
    parent_code: ['Mã đơn vị cấp trên', 'Mã cấp trên', 'Mã đơn vị cha', 'Mã cha', 'Mã cơ quan cấp trên'],
  },
  lineage: {
    old_code: ['Mã đơn vị cũ', 'Mã cũ', 'Mã đơn vị trước'],
    old_name: ['Tên đơn vị cũ', 'Tên cũ', 'Tên đơn vị trước'],
    old_district: ['Cấp huyện cũ', 'Huyện cũ', 'Quận, huyện cũ'],
    old_province: ['Cấp tỉnh cũ', 'Tỉnh cũ', 'Tỉnh, thành phố cũ'],
    new_code: ['Mã đơn vị mới', 'Mã mới', 'Mã đơn vị kế thừa'],
    new_name: ['Tên đơn vị mới', 'Tên mới', 'Tên đơn vị kế thừa'],
    new_province: ['Cấp tỉnh mới', 'Tỉnh mới', 'Tỉnh, thành phố mới'],
  },
  users: {
    username: ['Tên đăng nhập', 'Tên người dùng', 'Tài khoản', 'Tên tài khoản'],
    full_name: ['Họ và tên', 'Họ tên', 'Họ và tên đầy đủ'],
    email: ['Thư điện tử', 'Địa chỉ thư điện tử', 'Email', 'E-mail'],
    unit_code: ['Mã đơn vị', 'Mã cơ quan', 'Mã cơ quan, đơn vị'],
    role: ['Vai trò', 'Quyền'],
    valid_from: ['Từ ngày', 'Hiệu lực từ ngày', 'Hiệu lực từ', 'Ngày bắt đầu'],
    valid_until: ['Đến hết ngày', 'Đến ngày', 'Hiệu lực đến ngày', 'Hiệu lực đến', 'Ngày kết thúc'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Headings>>>>;

/** Columns that every office adds for itself. They are passed over without asking. */
const asides: ReadonlySet<string> = new Set(
  ['stt', 'số thứ tự', 'tt', 'ghi chú', 'note'].map((heading) => headingKey(heading)),
);

/** What two ways to write a heading have in common: letters without case, marks and what is not seen, no spaces, no mark of "required". */
export function headingKey(heading: string): string {
  return normalized(heading, 'NFKD')
    .replace(/[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\(\s*\*\s*\)|[\s*:]/g, '');
}

export function isAside(heading: string): boolean {
  return asides.has(headingKey(heading));
}
