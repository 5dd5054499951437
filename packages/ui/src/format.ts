import {
  clockInVietnam,
  dateInVietnam,
  dayOfWeek,
  type PlainDate,
} from '@kycuong/domain/calendar/plain-date.ts';
import type { Language } from '@kycuong/domain/error/catalogue.ts';
import type { Tone } from './plain/tone.ts';

const weekdays = {
  vi: ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const satisfies Record<Language, readonly string[]>;

const locale = { vi: 'vi-VN', en: 'en-GB' } as const satisfies Record<Language, string>;

/** `2026-11-18` → `18/11/2026`, in both languages. */
export function formatDate(date: PlainDate): string {
  const [year, month, day] = date.split('-');
  return `${day}/${month}/${year}`;
}

/** `2026-11-18` → `Thứ Tư 18/11/2026`. */
export function formatWeekdayDate(date: PlainDate, language: Language): string {
  return `${weekdays[language][dayOfWeek(date)]} ${formatDate(date)}`;
}

/** `18/11`, where the year is plain from the neighbours. */
export function formatDayMonth(date: PlainDate): string {
  return formatDate(date).slice(0, 5);
}

/** 1 … 12 → `Tháng 11` (vi), `November` (en). */
export function formatMonth(month: number, language: Language): string {
  if (language === 'vi') return `Tháng ${month}`;
  return new Intl.DateTimeFormat(locale.en, { month: 'long', timeZone: 'UTC' }).format(
    new Date(Date.UTC(2026, month - 1)),
  );
}

/** An instant in Vietnam's time: `09:12`. */
export function formatTime(at: Date | string): string {
  return clockInVietnam(new Date(at));
}

/** An instant in Vietnam's time: `16/11/2026, 08:12`. */
export function formatInstant(at: Date | string): string {
  return `${formatDate(dateInVietnam(new Date(at)))}, ${formatTime(at)}`;
}

/** Making one costs more than a hundred uses of it. */
const numberFormats = new Map<string, Intl.NumberFormat>();

/** `1513` → `1.513` (vi), `1,513` (en). */
export function formatNumber(value: number, language: Language, digits = 0): string {
  const kind = `${language} ${digits}`;
  const format =
    numberFormats.get(kind) ??
    new Intl.NumberFormat(locale[language], { minimumFractionDigits: digits, maximumFractionDigits: digits });
  numberFormats.set(kind, format);
  return format.format(value);
}

/** A fraction: `0.2381` → `23,8 %` (vi, with a space that does not break), `23.8%` (en); `null` → `–`. */
export function formatPercent(fraction: number | null, language: Language, digits = 1): string {
  if (fraction === null) return '–';
  return `${formatNumber(fraction * 100, language, digits)}${language === 'vi' ? '\u00a0%' : '%'}`;
}

/** `18 KB`, `2,4 MB`, `10,7 GB`. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1000) return `${formatNumber(bytes, language)} B`;
  if (bytes < 1_000_000) return `${formatNumber(bytes / 1000, language)} KB`;
  const [unit, size] =
    bytes < 1_000_000_000 ? (['MB', 1_000_000] as const) : (['GB', 1_000_000_000] as const);
  return `${formatNumber(bytes / size, language, bytes % size === 0 ? 0 : 1)} ${unit}`;
}

/** Working days left (0 = due today, negative = overdue) as people say them: `còn 5 ngày làm việc`. */
export function formatDeadline(workingDays: number, language: Language): string {
  const count = Math.abs(workingDays);
  if (language === 'en') {
    if (workingDays === 0) return 'today';
    return `${formatNumber(count, 'en')} working ${count === 1 ? 'day' : 'days'} ${workingDays < 0 ? 'overdue' : 'left'}`;
  }
  if (workingDays === 0) return 'hôm nay';
  return `${workingDays < 0 ? 'quá hạn' : 'còn'} ${formatNumber(count, 'vi')} ngày làm việc`;
}

/** Amber from three working days on, red only when overdue. */
export function deadlineTone(workingDays: number): Tone {
  if (workingDays < 0) return 'late';
  return workingDays <= 3 ? 'soon' : 'calm';
}

/** First letter large, for a phrase that opens a line. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
