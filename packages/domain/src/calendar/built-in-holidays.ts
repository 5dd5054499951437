import type { Holiday, HolidayYear } from './holiday.ts';

const labourCode = 'Bộ luật Lao động 45/2019/QH14, Điều 112';
const makeUp = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3 (nghỉ bù)';
const notice2025 = 'Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024 về nghỉ lễ, Tết năm 2025';
const notice2026 = 'Thông báo 9441/TB-BNV về nghỉ Tết Âm lịch và Quốc khánh năm 2026';
const swapJanuary2026 = 'Công văn 12729/VPCP-KGVX: hoán đổi thứ Sáu 02/01 với thứ Bảy 10/01/2026';
const swapSeptember2026 = 'Thông báo 9441/TB-BNV: hoán đổi thứ Hai 31/8 với thứ Bảy 22/8/2026';
const noSwapApril2026 = `${labourCode}; Công văn 3383/BNV-CVL: dịp 30/4/2026 không hoán đổi`;
const cultureDay = 'Nghị quyết 28/2026/QH16, Điều 2 (từ 01/7/2026)';
const lunar2027 = 'Ngày âm lịch tính trước; chưa có thông báo năm 2027';
const proposed2027 = 'Theo phương án nghỉ Tết 7 ngày liền; chưa có thông báo năm 2027';

const newYear = ['Tết Dương lịch', "New Year's Day"] as const;
const tet = ['Tết Nguyên đán', 'Lunar New Year'] as const;
const kings = ['Giỗ Tổ Hùng Vương', 'Hùng Kings Commemoration Day'] as const;
const victory = ['Ngày Chiến thắng 30/4', 'Reunification Day'] as const;
const labour = ['Ngày Quốc tế Lao động', 'International Labour Day'] as const;
const national = ['Quốc khánh', 'National Day'] as const;
const culture = ['Ngày Văn hóa Việt Nam', 'Vietnam Culture Day'] as const;

type Names = readonly [vi: string, en: string];

function off(date: string, [nameVi, nameEn]: Names, source: string, mark: Holiday['mark']): Holiday {
  return { date, kind: 'off', nameVi, nameEn, source, mark };
}

function worked(date: string, forDate: string, source: string, mark: Holiday['mark']): Holiday {
  const day = forDate.split('-').reverse().join('/');
  return {
    date,
    kind: 'worked',
    nameVi: `Làm bù cho ngày ${day}`,
    nameEn: `Worked in exchange for ${day}`,
    source,
    mark,
  };
}

/** Days off on weekdays, and the Saturdays worked in exchange. Shipped once; from then on the table is the province's. */
export const builtInHolidays: readonly Holiday[] = [
  off('2025-01-01', newYear, labourCode, 'V'),
  off('2025-01-27', tet, notice2025, 'V'),
  off('2025-01-28', tet, notice2025, 'V'),
  off('2025-01-29', tet, notice2025, 'V'),
  off('2025-01-30', tet, notice2025, 'V'),
  off('2025-01-31', tet, notice2025, 'V'),
  off('2025-04-07', kings, labourCode, 'V'),
  worked('2025-04-26', '2025-05-02', notice2025, 'V'),
  off('2025-04-30', victory, labourCode, 'V'),
  off('2025-05-01', labour, labourCode, 'V'),
  off('2025-05-02', ['Nghỉ hoán đổi', 'Day off in exchange'], notice2025, 'V'),
  off('2025-09-01', national, notice2025, 'V'),
  off('2025-09-02', national, labourCode, 'V'),

  off('2026-01-01', newYear, labourCode, 'V'),
  off('2026-01-02', ['Nghỉ hoán đổi', 'Day off in exchange'], swapJanuary2026, 'V'),
  worked('2026-01-10', '2026-01-02', swapJanuary2026, 'V'),
  off('2026-02-16', tet, notice2026, 'V'),
  off('2026-02-17', tet, notice2026, 'V'),
  off('2026-02-18', tet, notice2026, 'V'),
  off('2026-02-19', tet, notice2026, 'V'),
  off('2026-02-20', tet, notice2026, 'V'),
  off(
    '2026-04-27',
    ['Nghỉ bù Giỗ Tổ Hùng Vương (Chủ nhật 26/4)', 'In lieu of Hùng Kings Day (Sunday 26 April)'],
    makeUp,
    'V',
  ),
  off('2026-04-30', victory, noSwapApril2026, 'V'),
  off('2026-05-01', labour, labourCode, 'V'),
  worked('2026-08-22', '2026-08-31', swapSeptember2026, 'V'),
  off('2026-08-31', ['Nghỉ hoán đổi', 'Day off in exchange'], swapSeptember2026, 'V'),
  off('2026-09-01', national, notice2026, 'V'),
  off('2026-09-02', national, labourCode, 'V'),
  off('2026-11-24', culture, cultureDay, 'V'),

  off('2027-01-01', newYear, labourCode, 'V'),
  off('2027-02-05', tet, proposed2027, 'M'),
  off('2027-02-06', tet, lunar2027, 'V'),
  off('2027-02-07', tet, proposed2027, 'M'),
  off('2027-02-08', tet, proposed2027, 'M'),
  off('2027-02-09', tet, proposed2027, 'M'),
  off('2027-02-10', ['Nghỉ bù Tết Nguyên đán', 'In lieu of Lunar New Year'], proposed2027, 'M'),
  off('2027-02-11', ['Nghỉ bù Tết Nguyên đán', 'In lieu of Lunar New Year'], proposed2027, 'M'),
  off('2027-04-16', kings, lunar2027, 'V'),
  off('2027-04-30', victory, labourCode, 'V'),
  off('2027-05-01', labour, labourCode, 'V'),
  off('2027-05-03', ['Nghỉ bù Ngày Quốc tế Lao động', 'In lieu of International Labour Day'], makeUp, 'V'),
  off('2027-09-02', national, labourCode, 'V'),
  off('2027-11-24', culture, cultureDay, 'V'),
];

export const builtInHolidayYears: readonly HolidayYear[] = [
  { year: 2025, confirmed: true, source: notice2025 },
  {
    year: 2026,
    confirmed: true,
    source: `${notice2026}; chưa rõ có hoán đổi ngày 23/11/2026: ghi theo văn bản đã ban hành`,
  },
  {
    year: 2027,
    confirmed: false,
    source:
      'Chưa có thông báo; ngày 22/9/2026 còn hai phương án Tết (nghỉ 7 hoặc 10 ngày liền); còn thiếu ngày liền kề Quốc khánh và các ngày hoán đổi',
  },
];
