/** Why an account or a row of a user file was refused, or wants looking at. Part of the error catalogue. */
export const accessTexts = {
  'access.unknown-username': {
    vi: 'Không có tài khoản {{username}}.',
    en: 'There is no account {{username}}.',
  },
  'access.username-shape': {
    vi: 'Tên đăng nhập chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới; tối đa 64 ký tự.',
    en: 'A user name has only plain lower-case letters, digits, dots, hyphens and underscores, at most 64.',
  },
  'access.role-needs-unit': {
    vi: 'Vai trò này phải gắn với một đơn vị.',
    en: 'This role has to be held over a unit.',
  },
  'access.role-missing': {
    vi: 'Hãy chọn vai trò: {{choices}}.',
    en: 'Choose a role: {{choices}}.',
  },
  'access.role-unknown': {
    vi: 'Vai trò phải là một trong: {{choices}}.',
    en: 'The role must be one of: {{choices}}.',
  },
  'access.until-before-from': {
    vi: 'Ngày cuối phải từ ngày bắt đầu trở đi.',
    en: 'The last day cannot be before the first.',
  },
  'access.full-name-missing': {
    vi: 'Tài khoản {{username}} không có họ tên.',
    en: 'The account {{username}} has no full name.',
  },
  'access.full-name-wrong': {
    vi: 'Họ tên dài quá 200 ký tự hoặc có ký tự không đọc được.',
    en: 'The full name is longer than 200 characters or has unreadable ones.',
  },
  'access.email-wrong': {
    vi: 'Địa chỉ thư điện tử của {{username}} không đúng.',
    en: 'The e-mail address of {{username}} is not valid.',
  },
  'access.date-wrong': {
    vi: 'Cột {{column}} không phải một ngày có thật.',
    en: 'Column {{column}} does not hold a real date.',
  },
  'access.unit-unknown': {
    vi: 'Không có đơn vị mã {{code}} vào ngày {{date}}.',
    en: 'There is no unit {{code}} on {{date}}.',
  },
  'access.outside-your-units': {
    vi: 'Tài khoản {{username}} nằm ngoài các đơn vị bạn quản trị.',
    en: 'The account {{username}} is outside the units that you administer.',
  },
  'access.username-of-another': {
    vi: 'Tên đăng nhập {{username}} ở dòng {{first}} là của người khác.',
    en: 'The user name {{username}} belongs to another person in line {{first}}.',
  },
  'access.grant-repeated': {
    vi: 'Vai trò này của {{username}} đã có ở dòng trên.',
    en: 'This role of {{username}} already stands in a line above.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
