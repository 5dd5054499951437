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
    vi: 'Mã đơn vị dài quá {{maximum}} ký tự.',
    en: 'The unit code is longer than {{maximum}} characters.',
  },
  'organisation.name-too-long': {
    vi: 'Tên đơn vị mã {{code}} dài quá {{maximum}} ký tự.',
    en: 'The name of unit {{code}} is longer than {{maximum}} characters.',
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
    vi: 'Mã {{code}} không có đơn vị cấp trên.',
    en: 'Unit {{code}} has no parent.',
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
    vi: 'Mã {{code}} không có {{digits}} chữ số như thường lệ; có thể đã mất số 0 ở đầu.',
    en: 'Code {{code}} does not have the usual {{digits}} digits; a leading zero may have been lost.',
  },
  'organisation.unit-renamed': {
    vi: 'Tên của mã {{code}} được đổi từ “{{before}}” thành “{{after}}”.',
    en: 'The name of {{code}} was changed from “{{before}}” to “{{after}}”.',
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
    vi: 'Không có đơn vị mã {{code}} vào ngày {{date}}.',
    en: 'There is no unit {{code}} on {{date}}.',
  },
  'organisation.successor-unknown': {
    vi: 'Không có đơn vị mới mã {{code}} vào ngày {{date}}.',
    en: 'There is no new unit {{code}} on {{date}}.',
  },
  'organisation.predecessor-still-in-force': {
    vi: '{{name}} (mã {{code}}) vẫn còn hiệu lực ngày {{date}}.',
    en: '{{name}} ({{code}}) is still in force on {{date}}.',
  },
  'organisation.same-unit-unclear': {
    vi: 'Mã {{code}}: “{{before}}” và “{{after}}” chỉ khác cách viết. Nếu là cùng một đơn vị, hãy thống nhất tên rồi nhập lại.',
    en: '{{code}}: “{{before}}” and “{{after}}” differ in spelling only. If they are one unit, make the names equal and import again.',
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
