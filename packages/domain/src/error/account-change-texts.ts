/**
 * What an import makes of accounts and roles, and what it asks and warns about. `heldRole` and `heldOver` are put into words by
 * `heldWord`. Part of the error catalogue.
 */
export const accountChangeTexts = {
  'access.account-created': {
    vi: 'Tạo tài khoản cho {{fullName}}.',
    en: 'An account is created for {{fullName}}.',
  },
  'access.renamed': {
    vi: 'Đổi họ tên từ {{before}} thành {{after}}.',
    en: 'The name changes from {{before}} to {{after}}.',
  },
  'access.email-set': {
    vi: 'Ghi địa chỉ thư điện tử của {{fullName}}: {{after}}.',
    en: '{{fullName}} gets the e-mail address {{after}}.',
  },
  'access.email-changed': {
    vi: 'Đổi địa chỉ thư điện tử của {{fullName}} từ {{before}} thành {{after}}.',
    en: 'The e-mail address of {{fullName}} changes from {{before}} to {{after}}.',
  },
  'access.email-removed': {
    vi: 'Bỏ địa chỉ thư điện tử {{before}} của {{fullName}}.',
    en: 'The e-mail address {{before}} of {{fullName}} is removed.',
  },
  'access.workplace-set': {
    vi: 'Ghi đơn vị công tác của {{fullName}}: {{after}}.',
    en: '{{fullName}} works at {{after}}.',
  },
  'access.moved': {
    vi: '{{fullName}} chuyển đơn vị công tác từ {{before}} đến {{after}}.',
    en: '{{fullName}} moves from {{before}} to {{after}}.',
  },
  'access.role-given': {
    vi: 'Giao cho {{fullName}} vai trò {{heldRole}}, phạm vi {{heldOver}}, từ ngày {{from}}.',
    en: '{{fullName}} gets the role {{heldRole}} over {{heldOver}} from {{from}} on.',
  },
  'access.role-given-until': {
    vi: 'Giao cho {{fullName}} vai trò {{heldRole}}, phạm vi {{heldOver}}, từ ngày {{from}} đến hết ngày {{until}}.',
    en: '{{fullName}} gets the role {{heldRole}} over {{heldOver}} from {{from}} to {{until}}.',
  },
  'access.role-ends': {
    vi: 'Vai trò {{heldRole}} của {{fullName}}, phạm vi {{heldOver}}, kết thúc hết ngày {{until}}.',
    en: 'The role {{heldRole}} of {{fullName}} over {{heldOver}} ends on {{until}}.',
  },
  'access.role-prolonged': {
    vi: 'Vai trò {{heldRole}} của {{fullName}}, phạm vi {{heldOver}}, kéo dài từ hết ngày {{before}} đến hết ngày {{until}}.',
    en: 'The role {{heldRole}} of {{fullName}} over {{heldOver}} goes on until {{until}} instead of {{before}}.',
  },
  'access.role-opened': {
    vi: 'Vai trò {{heldRole}} của {{fullName}}, phạm vi {{heldOver}}, không còn kết thúc ngày {{before}} mà giữ đến khi có quyết định khác.',
    en: 'The role {{heldRole}} of {{fullName}} over {{heldOver}} does not end on {{before}} any more.',
  },
  'access.role-begins': {
    vi: 'Vai trò {{heldRole}} của {{fullName}}, phạm vi {{heldOver}}, bắt đầu từ ngày {{from}} thay vì {{before}}.',
    en: 'The role {{heldRole}} of {{fullName}} over {{heldOver}} begins on {{from}} instead of {{before}}.',
  },
  'access.more-changes': {
    vi: 'Từ dòng này còn {{count}} thay đổi nữa, không liệt kê ở đây.',
    en: 'From this line on there are {{count}} more changes, which are not listed.',
  },
  'access.role-ends-with-unit': {
    vi: 'Vai trò {{heldRole}} của {{fullName}} kết thúc hết ngày {{until}}, vì đơn vị {{heldOver}} chỉ tồn tại đến ngày {{date}}.',
    en: 'The role {{heldRole}} of {{fullName}} ends on {{until}}, because {{heldOver}} was in force until {{date}}.',
  },
  'access.another-person': {
    vi: 'Tài khoản {{username}} đang mang tên {{before}}, tệp ghi {{after}}. Có phải cùng một người và đổi họ tên không?',
    en: 'The account {{username}} is called {{before}}, the file says {{after}}. Is it the same person, to be renamed?',
  },
  'access.works-elsewhere': {
    vi: '{{fullName}} đang công tác tại {{before}}. Chuyển đơn vị công tác đến {{after}}?',
    en: '{{fullName}} works at {{before}}. Is {{after}} to be their workplace from now on?',
  },
  'access.still-holds': {
    vi: '{{fullName}} còn giữ vai trò {{heldRole}}, phạm vi {{heldOver}}. Kết thúc vai trò đó hết ngày {{date}}?',
    en: '{{fullName}} still holds the role {{heldRole}} over {{heldOver}}. End it on {{date}}?',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
