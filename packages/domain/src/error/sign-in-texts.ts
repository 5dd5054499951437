/** What a sign-in can be refused with: at hand before the rest of the error catalogue, of which it is a part. */
export const signInTexts = {
  'access.not-signed-in': {
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết. Hãy đăng nhập lại.',
    en: 'You are not signed in or your session has ended. Please sign in again.',
  },
  'access.wrong-password': {
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The user name or password is wrong.',
  },
  'access.throttled': {
    vi: 'Nhập sai nhiều lần. Hãy thử lại sau {{seconds}} giây.',
    en: 'Too many wrong attempts. Try again in {{seconds}} seconds.',
  },
  'access.too-many-at-once': {
    vi: 'Đang có quá nhiều người đăng nhập cùng lúc. Hãy thử lại sau {{seconds}} giây.',
    en: 'Too many people are signing in at this moment. Try again in {{seconds}} seconds.',
  },
  'access.account-disabled': {
    vi: 'Tài khoản này đã ngừng hoạt động. Hãy liên hệ quản trị viên.',
    en: 'This account is no longer active. Contact the administrator.',
  },
  'input.required': { vi: 'Nhập hoặc chọn mục này.', en: 'Enter or choose this.' },
  'system.too-many-requests': {
    vi: 'Quá nhiều yêu cầu. Hãy thử lại sau ít phút.',
    en: 'Too many requests. Try again in a few minutes.',
  },
  'system.unexpected': {
    vi: 'Hệ thống gặp sự cố. Mã tham chiếu: {{reference}}.',
    en: 'Something went wrong. Reference: {{reference}}.',
  },
} as const;
