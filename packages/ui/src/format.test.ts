import { describe, expect, it } from 'vitest';
import {
  deadlineTone,
  formatBytes,
  formatDate,
  formatDeadline,
  formatInstant,
  formatNumber,
  formatPercent,
  formatWeekdayDate,
  sentenceCase,
} from './format.ts';

describe('dates', () => {
  it('writes day, month, year', () => {
    expect(formatDate('2026-11-08')).toBe('08/11/2026');
  });
  it('names the weekday', () => {
    expect(formatWeekdayDate('2026-11-18', 'vi')).toBe('Thứ Tư 18/11/2026');
    expect(formatWeekdayDate('2026-11-22', 'vi')).toBe('Chủ Nhật 22/11/2026');
    expect(formatWeekdayDate('2026-11-18', 'en')).toBe('Wednesday 18/11/2026');
  });
  it('reads an instant in Vietnam, where the next day may have begun', () => {
    expect(formatInstant('2026-11-15T18:30:00Z')).toBe('16/11/2026, 01:30');
  });
});

describe('numbers', () => {
  it('groups and divides as the language does', () => {
    expect(formatNumber(1513, 'vi')).toBe('1.513');
    expect(formatNumber(1513, 'en')).toBe('1,513');
    expect(formatNumber(6.25, 'vi', 2)).toBe('6,25');
  });
  it('writes a share with one digit, and a dash where there is none', () => {
    expect(formatPercent(5 / 21, 'vi')).toBe('23,8\u00a0%');
    expect(formatPercent(5 / 21, 'en')).toBe('23.8%');
    expect(formatPercent(null, 'vi')).toBe('–');
  });
  it('writes sizes', () => {
    expect(formatBytes(18_400, 'vi')).toBe('18 KB');
    expect(formatBytes(2_400_000, 'vi')).toBe('2,4 MB');
    expect(formatBytes(20_000_000, 'en')).toBe('20 MB');
  });
});

describe('deadlines', () => {
  it.each([
    [5, 'còn 5 ngày làm việc', '5 working days left', 'calm'],
    [3, 'còn 3 ngày làm việc', '3 working days left', 'soon'],
    [1, 'còn 1 ngày làm việc', '1 working day left', 'soon'],
    [0, 'hôm nay', 'today', 'soon'],
    [-1, 'quá hạn 1 ngày làm việc', '1 working day overdue', 'late'],
    [-3, 'quá hạn 3 ngày làm việc', '3 working days overdue', 'late'],
  ] as const)('%i days', (days, vi, en, tone) => {
    expect(formatDeadline(days, 'vi')).toBe(vi);
    expect(formatDeadline(days, 'en')).toBe(en);
    expect(deadlineTone(days)).toBe(tone);
  });
  it('opens a line with a large letter', () => {
    expect(sentenceCase('đã xong')).toBe('Đã xong');
  });
});
