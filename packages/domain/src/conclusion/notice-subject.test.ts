import { expect, it } from 'vitest';
import { noticeSubject, teamName } from './notice-subject.ts';

it.each([
  [
    'Kỷ luật, kỷ cương hành chính và hoạt động một cửa',
    'Kết luận kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính và hoạt động một cửa',
  ],
  [
    'Cải cách hành chính và kiểm soát thủ tục hành chính đợt 1',
    'Kết luận kiểm tra công tác cải cách hành chính và kiểm soát thủ tục hành chính đợt 1',
  ],
  ['Kiểm tra công vụ quý IV', 'Kết luận kiểm tra công vụ quý IV'],
  ['Đợt kiểm tra công vụ', 'Kết luận kiểm tra công vụ'],
  ['Kết luận kiểm tra công vụ', 'Kết luận kiểm tra công vụ'],
  ['Phúc tra việc thực hiện Thông báo 118/TB-SNV', 'Kết luận phúc tra việc thực hiện Thông báo 118/TB-SNV'],
  ['ISO 9001 tại cấp xã', 'Kết luận kiểm tra ISO 9001 tại cấp xã'],
  ['Hoạt động một cửa', 'Kết luận kiểm tra hoạt động một cửa'],
])('the conclusion of "%s"', (name, subject) => {
  expect(noticeSubject(name)).toBe(subject);
});

it('names the team after what it inspects', () => {
  expect(teamName('Kiểm soát thủ tục hành chính')).toBe(
    'Đoàn kiểm tra công tác kiểm soát thủ tục hành chính',
  );
  expect(teamName('Đợt kiểm tra công vụ')).toBe('Đoàn kiểm tra công vụ');
  expect(teamName('Phúc tra một cửa')).toBe('Đoàn kiểm tra phúc tra một cửa');
});
