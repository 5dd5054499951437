import { expect, it } from 'vitest';
import { errorText } from '../language.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import { failureReason } from './failure-reason.ts';

it('a sign-in that is refused is told why before any other text has come', () => {
  expect(errorText('access.wrong-password')).toBe('Tên đăng nhập hoặc mật khẩu không đúng.');
  expect(errorText('access.throttled', { seconds: 30 })).toContain('30 giây');
  expect(errorText('input.required')).toBe('Nhập hoặc chọn mục này.');
  expect(errorText('visit.closed')).toBe('Chưa làm được. Hãy thử lại.');
});

it.each([
  [new ServerFailure('network'), 'Kiểm tra mạng'],
  [new Error('a script did not come'), 'Kiểm tra mạng'],
  [new ServerFailure('portal'), 'Mạng ở đây chưa kết nối được tới máy chủ'],
  [new ServerFailure('proxy'), 'Mạng ở đây yêu cầu đăng nhập riêng'],
  [new ServerFailure('gateway'), 'Máy chủ tạm thời không phản hồi'],
  [
    new ServerFailure('signed-out', { key: 'access.wrong-password' }),
    'Tên đăng nhập hoặc mật khẩu không đúng.',
  ],
  [new ServerFailure('signed-out', { key: 'access.wrong-code' }), 'Mã không đúng'],
])('says what came in the answer’s place: %s', async (failure, words) => {
  expect(await failureReason(failure)).toContain(words);
});
