/** Why an imported row was refused, or wants looking at. Part of the error catalogue. */
export const organisationTexts = {
  'organisation.until-before-from': {
    vi: 'Ngày cuối có hiệu lực phải từ ngày bắt đầu trở đi.',
    en: 'The last day in force cannot be before the first.',
  },
  'organisation.code-missing': { vi: 'Dòng không có mã đơn vị.', en: 'The row has no unit code.' },
  'organisation.name-missing': {
    vi: 'Mã {{code}} không có tên đơn vị.',
    en: 'Code {{code}} has no unit name.',
  },
  'organisation.code-too-long': {
    vi: 'Mã đơn vị dài quá {{maximum, number}} ký tự.',
    en: 'The unit code is longer than {{maximum, number}} characters.',
  },
  'organisation.name-too-long': {
    vi: 'Tên đơn vị mã {{code}} dài quá {{maximum, number}} ký tự.',
    en: 'The name of unit {{code}} is longer than {{maximum, number}} characters.',
  },
  'organisation.unreadable-characters': {
    vi: 'Mã hoặc tên có ký tự không đọc được.',
    en: 'The code or name has unreadable characters.',
  },
  'organisation.kind-unknown': {
    vi: 'Không rõ loại đơn vị “{{kind}}” của mã {{code}}.',
    en: 'Unit {{code}} is of an unknown kind, “{{kind}}”.',
  },
  'organisation.code-repeated': {
    vi: 'Mã {{code}} đã có ở dòng {{first}} của tệp này.',
    en: 'Code {{code}} already stands in line {{first}} of this file.',
  },
  'organisation.parent-unknown': {
    vi: 'Không tìm thấy đơn vị cấp trên mã {{parentCode}} của mã {{code}} trong thời gian này, hoặc dòng của đơn vị đó không nhập được.',
    en: 'The parent {{parentCode}} of {{code}} does not exist in this period, or its own row was refused.',
  },
  'organisation.parent-below': {
    vi: 'Mã {{code}} không thể trực thuộc {{parent}} (mã {{parentCode}}): cấp trên phải cao hơn.',
    en: 'Unit {{code}} cannot be under {{parent}} ({{parentCode}}): a parent must be of a higher level.',
  },
  'organisation.parent-missing': {
    vi: 'Mã {{code}} không có mã đơn vị cấp trên. Chỉ tỉnh, thành phố trực thuộc Trung ương mới không có cấp trên.',
    en: 'Unit {{code}} has no parent. Only provinces and centrally run cities stand under none.',
  },
  'organisation.parent-code-unclear': {
    vi: 'Ô mã cấp trên của mã {{code}} là số {{parentCode}}, có thể chỉ nhiều đơn vị khác cấp. Hãy định dạng cột mã là văn bản và ghi đủ số 0 ở đầu.',
    en: 'The parent of {{code}} is the number {{parentCode}}, which can mean units of different levels. Format the column as text and write all leading zeros.',
  },
  'organisation.level-changes': {
    vi: 'Mã {{code}} là {{name}}: một dòng trong danh sách không thể đổi cấp của đơn vị.',
    en: 'Code {{code}} is {{name}}: a row of a list cannot change the level of a unit.',
  },
  'organisation.code-in-several-intervals': {
    vi: 'Trong thời gian này mã {{code}} đã thuộc nhiều đơn vị nối tiếp nhau. Hãy nhập theo từng khoảng thời gian.',
    en: 'In this period code {{code}} already belongs to several units one after another. Import each period by itself.',
  },
  'organisation.overlaps-ended-unit': {
    vi: 'Mã {{code}} thuộc {{name}} đến hết ngày {{ended}}. Danh sách của đơn vị khác phải bắt đầu sau ngày đó.',
    en: 'Code {{code}} belongs to {{name}} until {{ended}}. The list of another unit has to begin after that day.',
  },
  'organisation.code-of-odd-length': {
    vi: 'Mã {{code}} không giống mã của loại đơn vị này, vốn gồm đúng {{digits}} chữ số. Hãy kiểm tra lại.',
    en: 'Code {{code}} does not look like codes of this kind of unit, which have exactly {{digits}} digits. Check it.',
  },
  'organisation.code-lost-zeros': {
    vi: 'Mã {{code}} chưa đủ {{digits}} chữ số, có lẽ đã mất số 0 ở đầu: mã đúng có thể là {{probably}}.',
    en: 'Code {{code}} does not have {{digits}} digits and has probably lost its leading zeros: it may be {{probably}}.',
  },
  'organisation.code-a-number': {
    vi: 'Ô mã {{code}} là số nên có thể đã mất số 0 ở đầu. Hãy định dạng cột mã là văn bản rồi nhập lại.',
    en: 'The code {{code}} is a number and may have lost leading zeros. Format the column as text and import again.',
  },
  'organisation.unit-renamed': {
    vi: 'Mã {{code}} đổi tên từ “{{before}}” thành “{{after}}” kể từ ngày {{date}}; trước ngày đó giữ tên cũ.',
    en: '{{code}} is renamed from “{{before}}” to “{{after}}” from {{date}} on; before that day it keeps its name.',
  },
  'organisation.unit-corrected': {
    vi: 'Tên của mã {{code}} được sửa từ “{{before}}” thành “{{after}}” kể từ ngày đầu có hiệu lực.',
    en: 'The name of {{code}} is corrected from “{{before}}” to “{{after}}” from its first day on.',
  },
  'organisation.unit-kind-changed': {
    vi: 'Loại đơn vị của {{name}} (mã {{code}}) thay đổi kể từ ngày {{date}}.',
    en: '{{name}} ({{code}}) is of another kind from {{date}} on.',
  },
  'organisation.unit-moved': {
    vi: '{{name}} (mã {{code}}) chuyển từ {{before}} sang trực thuộc {{after}} kể từ ngày {{date}}.',
    en: '{{name}} ({{code}}) is moved from {{before}} to {{after}} from {{date}} on.',
  },
  'organisation.renamed-since': {
    vi: 'Từ ngày {{date}}, đơn vị mã {{code}} đã được ghi là “{{name}}”; giữ nguyên.',
    en: 'From {{date}} on, {{code}} is already recorded as “{{name}}”; it was left as it is.',
  },
  'organisation.former-name-stands': {
    vi: 'Đến hết ngày {{last}}, đơn vị mã {{code}} đã được ghi là “{{name}}”, khác với danh sách này. Hãy nhập danh sách bắt đầu từ ngày {{date}}.',
    en: 'Until {{last}}, {{code}} is recorded as “{{name}}”, which differs from this list. Import the list from {{date}} on.',
  },
  'organisation.differs-within-interval': {
    vi: 'Từ ngày {{since}}, đơn vị mã {{code}} được ghi là “{{name}}” và còn hiệu lực sau ngày {{until}} là ngày cuối của danh sách, nhưng dòng này ghi khác. Hãy nhập danh sách còn hiệu lực của đơn vị trước.',
    en: 'From {{since}} on, {{code}} is recorded as “{{name}}” and is in force after {{until}}, the last day of the list, but this row says otherwise. Import a list that holds as long as the unit does.',
  },
  'organisation.begins-with-list': {
    vi: 'Đơn vị {{name}} (mã {{code}}) đang được ghi nhận có hiệu lực từ ngày {{date}}. Cho có hiệu lực sớm hơn, từ ngày {{from}}?',
    en: '{{name}} ({{code}}) is recorded as in force from {{date}} on. Let it begin earlier, on {{from}}?',
  },
  'organisation.ends-with-list': {
    vi: 'Đơn vị {{name}} (mã {{code}}) vẫn còn hiệu lực sau ngày {{date}}. Cho kết thúc vào ngày đó?',
    en: '{{name}} ({{code}}) is still in force after {{date}}. Let it end on that day?',
  },
  'organisation.ends-with-list-held': {
    vi: 'Đơn vị {{name}} (mã {{code}}) vẫn còn hiệu lực sau ngày {{date}}. Số tài khoản thuộc đơn vị: {{accounts}}; số vai trò giao tại đơn vị còn thời hạn sau ngày đó: {{roles}}. Tài khoản và vai trò không tự thay đổi theo, cần được chuyển hoặc kết thúc riêng. Cho đơn vị kết thúc vào ngày đó?',
    en: '{{name}} ({{code}}) is still in force after {{date}}. Accounts that belong to it: {{accounts}}; roles given there that last beyond that day: {{roles}}. Accounts and roles stay as they are and have to be moved or ended by themselves. Let the unit end on that day?',
  },
  'organisation.lengthened-by-list': {
    vi: 'Đơn vị {{name}} (mã {{code}}) đã kết thúc ngày {{date}}, nhưng danh sách còn hiệu lực sau ngày đó. Cho đơn vị tiếp tục?',
    en: '{{name}} ({{code}}) ended on {{date}}, but the list holds beyond that day. Let it go on?',
  },
  'organisation.predecessor-missing': {
    vi: 'Dòng không có mã đơn vị cũ ({{oldName}}).',
    en: 'The row has no code of the old unit ({{oldName}}).',
  },
  'organisation.successor-missing': {
    vi: 'Dòng không có mã đơn vị mới của đơn vị cũ {{code}}.',
    en: 'The row has no code of the new unit for the old unit {{code}}.',
  },
  'organisation.lineage-repeated': {
    vi: 'Hai mã này đã có ở dòng {{first}} của tệp.',
    en: 'The same two codes already stand in line {{first}} of the file.',
  },
  'organisation.predecessor-unknown': {
    vi: 'Không có đơn vị mã {{code}} vào ngày {{date}}. Hãy nhập danh sách đơn vị có hiệu lực ngày đó trước.',
    en: 'There is no unit {{code}} on {{date}}. Import the list of units in force on that day first.',
  },
  'organisation.successor-unknown': {
    vi: 'Không có đơn vị mới mã {{code}} vào ngày {{date}}. Hãy nhập danh sách đơn vị có hiệu lực ngày đó trước.',
    en: 'There is no new unit {{code}} on {{date}}. Import the list of units in force on that day first.',
  },
  'organisation.predecessor-still-in-force': {
    vi: '{{name}} (mã {{code}}) vẫn còn hiệu lực ngày {{date}}.',
    en: '{{name}} ({{code}}) is still in force on {{date}}.',
  },
  'organisation.same-unit-unclear': {
    vi: 'Mã {{code}}: “{{before}}” và “{{after}}” chỉ khác cách viết. Nếu là cùng một đơn vị, hãy thống nhất tên rồi nhập lại.',
    en: '{{code}}: “{{before}}” and “{{after}}” differ in spelling only. If they are one unit, make the names equal and import again.',
  },
  'organisation.going-on-untold': {
    vi: 'Chưa rõ {{name}} (mã {{code}}) có tiếp tục nguyên vẹn từ ngày này không: có đơn vị bên dưới chưa nêu hình thành từ đâu. Nếu đúng là tiếp tục, hãy thêm dòng nối {{name}} với chính đơn vị đó.',
    en: 'Whether {{name}} ({{code}}) goes on whole from that day is not clear: of a unit below it nothing says where it came from. If it does go on, add a row from {{name}} to itself.',
  },
  'organisation.second-successor': {
    vi: '{{name}} (mã {{code}}) ngày đó đã được ghi nhập vào {{other}}; dòng này ghi thêm một đơn vị tiếp nhận. Nếu liên kết trước là ghi nhầm, hãy thu hồi lần nhập đó.',
    en: '{{name}} ({{code}}) is already recorded that day as having gone into {{other}}; this row adds another successor. If the earlier link is a mistake, take that import back.',
  },
  'organisation.lineage-by-other-decision': {
    vi: 'Liên kết này và có thể các liên kết khác đã được ghi theo “{{decision}}”; không thay đổi.',
    en: 'This link, and perhaps others, already stands by “{{decision}}”; it was left as it is.',
  },
  'organisation.name-differs': {
    vi: 'Tệp gọi mã {{code}} là “{{inFile}}”, danh mục là “{{name}}”.',
    en: 'The file calls {{code}} “{{inFile}}”, the register “{{name}}”.',
  },
  'organisation.name-spelled-otherwise': {
    vi: 'Tệp viết tên mã {{code}} là “{{inFile}}”, danh mục viết “{{name}}”.',
    en: 'The file spells {{code}} “{{inFile}}”, the register “{{name}}”.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
