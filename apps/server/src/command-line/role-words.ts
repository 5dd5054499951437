import type { Role } from '@kycuong/domain/access/role.ts';

/** Roles as people read them; options and `--json` keep the codes. */
export const roleWords: Record<Role, string> = {
  administrator: 'Quản trị hệ thống',
  leadership: 'Lãnh đạo tỉnh',
  'programme-office': 'Văn phòng chương trình',
  'quality-office': 'Cơ quan chất lượng',
  inspector: 'Cán bộ kiểm tra',
  'agency-head': 'Người đứng đầu đơn vị',
};
