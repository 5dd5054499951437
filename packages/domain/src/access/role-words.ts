import { slugOf } from '../input/slug-of.ts';
import { type Role, roles } from './role.ts';

/** What people call each role: on every screen, in refusals and in files. */
export const roleWords: Record<Role, { readonly vi: string; readonly en: string }> = {
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  leadership: { vi: 'Lãnh đạo tỉnh', en: 'Provincial leadership' },
  'programme-office': { vi: 'Cơ quan chủ trì kiểm tra', en: 'Lead inspection agency' },
  'quality-office': { vi: 'Cơ quan đầu mối ISO (Chi cục TĐC)', en: 'ISO focal agency' },
  inspector: { vi: 'Cán bộ kiểm tra', en: 'Inspector' },
  'agency-head': { vi: 'Người đứng đầu đơn vị', en: 'Agency head' },
};

/** What offices write instead. Never a word that might mean another role. */
const otherWords: Partial<Record<Role, readonly string[]>> = {
  administrator: ['Quản trị', 'Quản trị hệ thống'],
  leadership: ['Lãnh đạo', 'Lãnh đạo UBND tỉnh'],
  'programme-office': ['Cơ quan chủ trì', 'Văn phòng chương trình', 'Programme office'],
  'quality-office': ['Cơ quan đầu mối ISO', 'Cơ quan chất lượng', 'Quality office'],
  'agency-head': ['Người đứng đầu', 'Người đứng đầu cơ quan', 'Thủ trưởng', 'Thủ trưởng đơn vị'],
};

const bySlug: ReadonlyMap<string, Role> = new Map(
  roles.flatMap((role) =>
    [role, roleWords[role].vi, roleWords[role].en, ...(otherWords[role] ?? [])].map(
      (word) => [slugOf(word), role] as const,
    ),
  ),
);

/** The role that a cell of a file means, by our name for it or in words of either language. */
export function readRole(cell: string): Role | undefined {
  return bySlug.get(slugOf(cell));
}
