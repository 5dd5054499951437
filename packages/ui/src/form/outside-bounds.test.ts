import { errorText } from '@kycuong/domain/error/catalogue.ts';
import { expect, it } from 'vitest';
import { outsideBounds } from './outside-bounds.ts';

const today = '2026-11-30';
const said = (day: string, label: string, min?: string, max?: string) => {
  const issue = outsideBounds(day, label, { min, max }, today);
  return issue && errorText(issue.key, 'vi', issue.details);
};

it('names the field and the bound, and calls today by its name', () => {
  expect(said('2026-12-01', 'Ngày đánh giá', undefined, today)).toBe('Ngày đánh giá không được sau hôm nay.');
  expect(said('2025-12-31', 'Ngày', '2026-01-01')).toBe('Ngày không được trước ngày 01/01/2026.');
  expect(said('2027-01-01', 'Đến hết ngày (để trống nếu chưa định)', undefined, '2026-12-31')).toBe(
    'Đến hết ngày không được sau ngày 31/12/2026.',
  );
  expect(said('2026-11-29', 'Ngày họp', today)).toBe('Ngày họp không được trước hôm nay.');
});

it('says nothing of a day within, nor of the bounds themselves', () => {
  expect(said(today, 'Ngày', today, today)).toBeUndefined();
  expect(said(today, 'Ngày')).toBeUndefined();
});
