/** Why an import cannot be taken back, or something be marked as recorded by mistake. Part of the error catalogue. */
export const listImportTexts = {
  'access.role-marked-already': {
    vi: 'Vai trò này đã được đánh dấu ghi nhận nhầm.',
    en: 'This role is already marked as recorded by mistake.',
  },
  'organisation.unit-marked-already': {
    vi: 'Khoảng thời gian này của đơn vị đã được đánh dấu ghi nhận nhầm.',
    en: 'This interval of the unit is already marked as recorded by mistake.',
  },
  'organisation.no-former-interval': {
    vi: 'Không có khoảng thời gian nào của đơn vị kết thúc ngay trước ngày bắt đầu ghi nhận nhầm.',
    en: 'No interval of the unit ended just before the one recorded by mistake.',
  },
  'organisation.code-given': {
    vi: 'Mã {{code}} đã được cấp cho {{name}} trong thời gian đó. Hãy đánh dấu mà không cho khoảng trước tiếp tục.',
    en: 'Code {{code}} was given to {{name}} in that time. Mark without letting the former interval go on.',
  },
  'organisation.link-marked-already': {
    vi: 'Liên kết này đã được đánh dấu ghi nhận nhầm.',
    en: 'This link is already marked as recorded by mistake.',
  },
  'organisation.another-top': {
    vi: 'Thêm {{name}} ({{code}}) ở cấp cao nhất? Sau lần nhập này bạn không còn quản trị toàn hệ thống; khi đó chỉ thu hồi được lần nhập này bằng lệnh kycuong import take-back trên máy chủ.',
    en: 'Add {{name}} ({{code}}) at the top? After this import you no longer administer the whole system; it can then be taken back only with kycuong import take-back on the server.',
  },
  'organisation.take-back-at-server': {
    vi: 'Bạn không còn quản trị toàn hệ thống. Lần nhập này chỉ thu hồi được bằng lệnh kycuong import take-back trên máy chủ, hoặc bởi quản trị viên của toàn hệ thống.',
    en: 'You no longer administer the whole system. This import is taken back with kycuong import take-back on the server, or by whoever administers the whole.',
  },
  'organisation.import-taken-back': {
    vi: 'Lần nhập này đã được thu hồi ngày {{date}}.',
    en: 'This import was already taken back on {{date}}.',
  },
  'organisation.import-built-upon': {
    vi: 'Lần nhập tệp {{file}} của {{name}} ngày {{date}} dựa trên kết quả của lần nhập này. Hãy thu hồi lần nhập đó trước.',
    en: 'The import of {{file}} by {{name}} on {{date}} builds upon this one. Take that one back first.',
  },
  'organisation.import-rows-changed': {
    vi: '{{amount}} mục của lần nhập này đã được thay đổi sau đó ({{names}}).',
    en: '{{amount}} of what this import recorded were changed afterwards ({{names}}).',
  },
  'organisation.rests-units': {
    vi: '{{amount}} đơn vị khác trực thuộc đơn vị của lần nhập này.',
    en: '{{amount}} other units stand under units of this import.',
  },
  'organisation.rests-lineage': {
    vi: '{{amount}} liên kết sắp xếp nối với đơn vị của lần nhập này.',
    en: '{{amount}} lineage links lead to units of this import.',
  },
  'organisation.rests-accounts': {
    vi: '{{amount}} tài khoản thuộc đơn vị của lần nhập này.',
    en: '{{amount}} accounts belong to units of this import.',
  },
  'organisation.rests-roles': {
    vi: '{{amount}} vai trò được giao tại đơn vị hoặc cho tài khoản của lần nhập này.',
    en: '{{amount}} roles are held over units or by accounts of this import.',
  },
  'organisation.rests-acts': {
    vi: 'Người được giao vai trò trong lần nhập này đã thực hiện {{amount}} việc sau đó.',
    en: 'People who got roles by this import have done {{amount}} things since.',
  },
  'organisation.rests-trail': {
    vi: 'Nhật ký hệ thống có {{amount}} dòng về đơn vị hoặc tài khoản của lần nhập này.',
    en: 'The audit trail has {{amount}} entries of units or accounts of this import.',
  },
  'organisation.rests-sign-ins': {
    vi: 'Tài khoản của lần nhập này đã có {{amount}} lần đăng nhập hoặc thử đăng nhập.',
    en: 'There were {{amount}} sign-ins or attempts with accounts of this import.',
  },
  'organisation.rests-devices': {
    vi: '{{amount}} bản ghi về thiết bị gắn với đơn vị hoặc tài khoản của lần nhập này.',
    en: '{{amount}} records of devices belong to units or accounts of this import.',
  },
  'organisation.rests-quality': {
    vi: '{{amount}} bản ghi về hệ thống quản lý chất lượng gắn với đơn vị hoặc tài khoản của lần nhập này.',
    en: '{{amount}} records of quality systems belong to units or accounts of this import.',
  },
  'organisation.rests-imports': {
    vi: 'Tài khoản của lần nhập này đã nhập hoặc thu hồi {{amount}} danh sách.',
    en: 'Accounts of this import have imported or taken back {{amount}} lists.',
  },
  'organisation.rests-drafts': {
    vi: 'Có {{amount}} bản nháp của người dùng thuộc lần nhập này.',
    en: 'There are {{amount}} unfinished forms of people of this import.',
  },
  'organisation.rests-mistakes': {
    vi: '{{amount}} mục đã được đánh dấu ghi nhận nhầm gắn với đơn vị hoặc tài khoản của lần nhập này.',
    en: '{{amount}} things marked as recorded by mistake belong to units or accounts of this import.',
  },
  'organisation.rests-inspections': {
    vi: 'Có hồ sơ kiểm tra gắn với đơn vị hoặc tài khoản của lần nhập này.',
    en: 'Inspection records belong to units or accounts of this import.',
  },
  'organisation.rests-something': {
    vi: 'Có dữ liệu khác gắn với kết quả của lần nhập này.',
    en: 'Other records belong to what this import recorded.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
