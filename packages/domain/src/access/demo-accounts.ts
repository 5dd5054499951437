/** The one password of all demo accounts. They exist only where the demo story was loaded, and are shown only there. */
export const demoPassword = 'Kycuong@2026';

export const demoAccounts = [
  { username: 'quantri', vi: 'Quản trị viên', en: 'Administrator' },
  { username: 'lanhdao', vi: 'Lãnh đạo tỉnh', en: 'Provincial leadership' },
  { username: 'vanphong', vi: 'Cơ quan chủ trì kiểm tra', en: 'Lead inspection agency' },
  { username: 'truongdoan', vi: 'Trưởng đoàn kiểm tra', en: 'Team leader' },
  { username: 'kiemtra1', vi: 'Thành viên đoàn', en: 'Inspector' },
  { username: 'kiemtra2', vi: 'Thành viên đoàn', en: 'Inspector' },
  { username: 'chutich', vi: 'Chủ tịch UBND xã Cổ Lễ', en: 'Head of Cổ Lễ commune' },
  { username: 'iso', vi: 'Cơ quan đầu mối ISO (Chi cục TĐC)', en: 'ISO focal agency' },
] as const;
