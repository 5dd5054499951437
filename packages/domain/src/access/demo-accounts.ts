/** The one password of all demo accounts. They exist only where the demo story was loaded, and are shown only there. */
export const demoPassword = 'Kycuong@2026';

export const demoAccounts = [
  { username: 'quantri', vi: 'Quản trị viên', en: 'Administrator' },
  { username: 'lanhdao', vi: 'Lãnh đạo tỉnh', en: 'Provincial leadership' },
  { username: 'vanphong', vi: 'Văn phòng chương trình', en: 'Programme office' },
  { username: 'truongdoan', vi: 'Trưởng đoàn kiểm tra', en: 'Team leader' },
  { username: 'kiemtra1', vi: 'Thành viên đoàn', en: 'Inspector' },
  { username: 'kiemtra2', vi: 'Thành viên đoàn', en: 'Inspector' },
  { username: 'chutich', vi: 'Chủ tịch UBND xã Cổ Lễ', en: 'Head of Cổ Lễ commune' },
  { username: 'iso', vi: 'Đầu mối ISO 9001 của tỉnh', en: 'Quality office' },
] as const;
