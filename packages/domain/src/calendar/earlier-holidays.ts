/**
 * Sources of days and years as they were shipped before the notices were read. Where a province still holds one under such a
 * source, its source and mark are corrected; the day itself is not touched.
 */
export const earlierHolidaySources: readonly string[] = [
  'Thông báo nghỉ lễ, Tết năm 2025',
  'Thông báo 9441/TB-BNV về nghỉ Tết Âm lịch và Quốc khánh năm 2026',
  'Công văn 12729/VPCP-KGVX về hoán đổi ngày làm việc; ngày cụ thể cần kiểm tra lại',
  'Hoán đổi dịp Quốc khánh 2026; ngày cụ thể cần kiểm tra lại',
  'Dự kiến theo lệ 5 ngày Tết và nghỉ bù; chưa có thông báo năm 2027',
  'Chưa có thông báo; còn thiếu ngày liền kề Quốc khánh và các ngày hoán đổi',
];
