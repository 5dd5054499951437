import { accessTexts } from './access-texts.ts';
import { accountChangeTexts } from './account-change-texts.ts';
import { deviceTexts } from './device-texts.ts';
import { draftTexts } from './draft-texts.ts';
import { fieldTexts } from './field-texts.ts';
import { fileTexts } from './file-texts.ts';
import { formatNumber } from './format-number.ts';
import { heldWord } from './held-word.ts';
import { inspectionTexts } from './inspection-texts.ts';
import { listImportTexts } from './list-import-texts.ts';
import { organisationTexts } from './organisation-texts.ts';
import { parcelTexts } from './parcel-texts.ts';
import { proofTexts } from './proof-texts.ts';
import { qualityTexts } from './quality-texts.ts';
import { signInTexts } from './sign-in-texts.ts';
import { unitChangeTexts } from './unit-change-texts.ts';
import { usageTexts } from './usage-texts.ts';

/**
 * Every message that a refused command, query or import row can carry, in both languages.
 * Keys are `area.reason`. `{{name}}` is replaced from the error's details.
 */
export const errorCatalogue = {
  ...accessTexts,
  ...accountChangeTexts,
  ...deviceTexts,
  ...draftTexts,
  ...fieldTexts,
  ...fileTexts,
  ...listImportTexts,
  ...organisationTexts,
  ...parcelTexts,
  ...proofTexts,
  ...signInTexts,
  ...unitChangeTexts,
  ...usageTexts,
  'access.wrong-current-password': {
    vi: 'Mật khẩu đã nhập không đúng.',
    en: 'The password entered is wrong.',
  },
  'access.sign-in-alone': {
    vi: 'Mỗi lần đăng nhập phải là một yêu cầu riêng.',
    en: 'A sign-in has to be a request of its own.',
  },
  'access.forbidden': {
    vi: 'Bạn không có quyền làm việc này.',
    en: 'You are not allowed to do this.',
  },
  'access.username-taken': {
    vi: 'Tên đăng nhập {{username}} đã có người dùng.',
    en: 'The user name {{username}} is already taken.',
  },
  'access.password-unchanged': {
    vi: 'Mật khẩu mới phải khác mật khẩu cũ.',
    en: 'The new password must differ from the old one.',
  },
  'corrective-action.own-answer': {
    vi: 'Không ai được tự chấp nhận báo cáo khắc phục của mình hoặc của đơn vị mình đứng đầu.',
    en: 'Nobody may accept their own answer or that of a unit they head.',
  },
  'input.invalid': {
    vi: 'Có chỗ nhập chưa đúng. Hãy xem các ô được đánh dấu.',
    en: 'Some of the input is not valid. Look at the marked fields.',
  },
  'input.too-long': {
    vi: 'Thừa {{over, number}} ký tự (tối đa {{maximum, number}}).',
    en: 'Too long by {{over, number}} (at most {{maximum, number}} characters).',
  },
  'input.too-short': { vi: 'Cần ít nhất {{minimum}} ký tự.', en: 'Needs at least {{minimum}} characters.' },
  'input.wrong-type': { vi: 'Nhập lại mục này.', en: 'Enter this again.' },
  'input.wrong-format': {
    vi: 'Ghi lại mục này theo đúng mẫu.',
    en: 'Write this in the form that is asked for.',
  },
  'input.wrong-email': {
    vi: 'Ghi đủ địa chỉ thư điện tử, ví dụ nguyenvana@ninhbinh.gov.vn.',
    en: 'Write the whole address, such as nguyenvana@ninhbinh.gov.vn.',
  },
  'input.wrong-choice': {
    vi: 'Chọn một mục trong danh sách.',
    en: 'The value is not one of the choices.',
  },
  'input.not-whole': { vi: 'Nhập số nguyên, ví dụ 12.', en: 'Enter a whole number, such as 12.' },
  'input.above': {
    vi: 'Nhập số không lớn hơn {{maximum, number}}.',
    en: 'Enter a number of {{maximum, number}} at most.',
  },
  'input.below': {
    vi: 'Nhập số từ {{minimum}} trở lên.',
    en: 'Enter a number of {{minimum}} at least.',
  },
  'input.whole-between': {
    vi: 'Nhập số nguyên từ {{minimum, number}} đến {{maximum, number}}.',
    en: 'Enter a whole number from {{minimum, number}} to {{maximum, number}}.',
  },
  'input.too-many': {
    vi: 'Bớt đi: chỉ nhận tối đa {{maximum, number}} mục.',
    en: 'Take some away: at most {{maximum, number}} are accepted.',
  },
  'input.too-few': {
    vi: 'Thêm cho đủ ít nhất {{minimum, number}} mục.',
    en: 'Add more: at least {{minimum, number}} are needed.',
  },
  'input.not-a-date': {
    vi: '“{{typed}}” chưa phải một ngày. Ghi đủ ngày/tháng/năm, ví dụ 05/12/2026.',
    en: '“{{typed}}” is not a day yet. Write day/month/year, such as 05/12/2026.',
  },
  'input.no-such-day': { vi: 'Không có ngày {{day}}.', en: 'There is no {{day}} (day/month/year).' },
  'input.month-first': {
    vi: 'Không có tháng {{month}}. Ghi ngày trước, tháng sau: {{meant}}.',
    en: 'There is no month {{month}}. The day comes first: {{meant}}.',
  },
  'input.year-short': {
    vi: 'Năm trong “{{typed}}” có thể hiểu hai cách. Ghi đủ bốn chữ số của năm.',
    en: 'The year in “{{typed}}” could be two years. Write its four figures.',
  },
  'input.day-far': {
    vi: 'Ngày phải trong khoảng từ {{earliest}} đến {{latest}}.',
    en: 'The day must be between {{earliest}} and {{latest}}.',
  },
  'input.day-in-future': { vi: '{{name}} không được sau hôm nay.', en: '{{name}} must not be after today.' },
  'input.day-in-past': { vi: '{{name}} không được trước hôm nay.', en: '{{name}} must not be before today.' },
  'input.day-too-late': {
    vi: '{{name}} không được sau ngày {{bound}}.',
    en: '{{name}} must not be after {{bound}}.',
  },
  'input.day-too-early': {
    vi: '{{name}} không được trước ngày {{bound}}.',
    en: '{{name}} must not be before {{bound}}.',
  },
  'input.not-a-time': { vi: 'Ghi một thời điểm có thật.', en: 'Write a real point in time.' },
  'input.too-large': { vi: 'Dữ liệu gửi lên quá lớn.', en: 'The data sent is too large.' },
  'input.too-deep': {
    vi: 'Dữ liệu gửi lên lồng nhau quá {{maximum, number}} cấp.',
    en: 'The data sent is nested more than {{maximum, number}} levels deep.',
  },
  'input.too-many-calls': {
    vi: 'Một yêu cầu chỉ được gồm tối đa {{maximum, number}} lời gọi.',
    en: 'One request may carry at most {{maximum, number}} calls.',
  },
  'input.unknown-key': { vi: 'Có mục không được chấp nhận.', en: 'There is a field that is not accepted.' },
  'input.date-order': {
    vi: 'Ngày kết thúc không được trước ngày bắt đầu.',
    en: 'The end must not be before the beginning.',
  },
  'record.not-found': {
    vi: 'Không tìm thấy, hoặc bạn không được xem.',
    en: 'Not found, or not yours to see.',
  },
  'record.changed-since': {
    vi: 'Nội dung này vừa thay đổi sau khi bạn mở. Hãy xem lại nội dung mới rồi quyết định.',
    en: 'This was changed after you opened it. Look at it as it is now, and decide again.',
  },
  'corrective-action.answer-changed': {
    vi: 'Báo cáo bạn đã đọc không còn là báo cáo đang chờ thẩm tra. Hãy đọc báo cáo mới rồi thẩm tra lại.',
    en: 'The answer that you read no longer waits for judgement. Read the new one and judge again.',
  },
  'calendar.day-taken': {
    vi: 'Ngày {{day}} đã ghi trong lịch: {{name}}. Hãy mở ngày đó để sửa, hoặc chọn ngày khác.',
    en: '{{day}} is in the calendar already: {{name}}. Open that day to change it, or choose another.',
  },
  'record.exists': { vi: 'Đã có bản ghi này.', en: 'This record already exists.' },
  'sync.id-reused': {
    vi: 'Mã của việc này đã được dùng cho một nội dung khác. Hãy ghi lại việc này.',
    en: 'The id of this was used for something else. Please write it again.',
  },
  'sync.author-removed': {
    vi: 'Người viết không còn trong đoàn. Nội dung được giữ lại để trưởng đoàn xem.',
    en: 'The author has left the team. The content is kept for the team leader.',
  },
  'sync.unknown-action': {
    vi: 'Máy chủ không nhận loại thao tác này.',
    en: 'The server does not accept this kind of command.',
  },
  'system.data-locked': {
    vi: 'Thư mục dữ liệu {{folder}} đang do một tiến trình khác (số {{pid}}) sử dụng. Hãy dừng tiến trình đó hoặc chọn thư mục khác bằng --data.',
    en: 'The data folder {{folder}} is in use by another process ({{pid}}). Stop it or choose another folder with --data.',
  },
  'system.data-unwritable': {
    vi: 'Không đọc hoặc ghi được thư mục dữ liệu {{folder}} ({{reason}}).',
    en: 'The data folder {{folder}} cannot be read or written ({{reason}}).',
  },
  'system.data-version': {
    vi: 'Thư mục dữ liệu {{folder}} thuộc PostgreSQL {{version}}, phần mềm này dùng bản 18.',
    en: 'The data folder {{folder}} belongs to PostgreSQL {{version}}; this software uses version 18.',
  },
  'system.port-in-use': {
    vi: 'Cổng {{port}} đang có chương trình khác dùng. Hãy chọn cổng khác bằng --port.',
    en: 'Port {{port}} is in use by another program. Choose another one with --port.',
  },
  'system.cannot-listen': {
    vi: 'Không lắng nghe được ở {{address}} ({{reason}}).',
    en: 'Cannot listen at {{address}} ({{reason}}).',
  },
  'system.public-url-needed': {
    vi: 'Chỉ mở ra ngoài máy này (--host {{host}}) khi có --public-url https://…',
    en: 'Listening beyond this machine (--host {{host}}) needs --public-url https://…',
  },
  'system.demo-in-public': {
    vi: 'Cơ sở dữ liệu có tài khoản mẫu {{username}} với mật khẩu mẫu mà ai cũng biết, nên không mở ra ngoài bằng --public-url. Hãy dùng thư mục dữ liệu khác (--data), đổi mật khẩu các tài khoản mẫu, hoặc thêm --demo nếu đây là bản trình diễn.',
    en: 'The database holds the demo account {{username}} with the demo password, which everybody knows, so it is not opened with --public-url. Use another data folder (--data), change the passwords of the demo accounts, or add --demo if this is a demonstration.',
  },
  'system.too-slow': {
    vi: 'Yêu cầu gửi lên quá chậm nên bị ngắt. Hãy thử lại khi mạng tốt hơn.',
    en: 'The request came in too slowly and was cut off. Try again when the network is better.',
  },
  'system.answer-too-large': {
    vi: 'Kết quả quá lớn để gửi trong một lần. Hãy lọc bớt hoặc hỏi từng phần.',
    en: 'The answer is too large to be sent at once. Narrow the question down or ask for it in parts.',
  },
  'system.not-built': {
    vi: 'Giao diện chưa được dựng. Hãy chạy npm run build.',
    en: 'The screens have not been built. Run npm run build.',
  },
  'system.build-failed': {
    vi: 'Không dựng được giao diện: {{reason}}',
    en: 'The screens could not be built: {{reason}}',
  },
  'system.foreign-origin': {
    vi: 'Yêu cầu đến từ một trang khác nên bị từ chối.',
    en: 'The request came from another site and was refused.',
  },
  'system.too-many-at-once': {
    vi: 'Còn quá nhiều yêu cầu đang chờ trả lời. Hãy thử lại sau {{seconds}} giây.',
    en: 'Too many requests are still waiting for their answers. Try again in {{seconds}} seconds.',
  },
  'system.no-binaries': {
    vi: 'Không có PostgreSQL đi kèm cho máy này ({{platform}}). Hãy chạy lại npm ci hoặc đặt DATABASE_URL.',
    en: 'There is no bundled PostgreSQL for this machine ({{platform}}). Run npm ci again or set DATABASE_URL.',
  },
  'system.database-failed': {
    vi: 'PostgreSQL không khởi động được: {{reason}}',
    en: 'PostgreSQL could not be started: {{reason}}',
  },
  'system.database-lost': {
    vi: 'PostgreSQL đã dừng và trong {{minutes}} phút không khởi động lại được; hệ thống kết thúc. Xem postgres.log trong thư mục dữ liệu.',
    en: 'PostgreSQL ended and could not be started again within {{minutes}} minutes; the system ends. See postgres.log in the data folder.',
  },
  'system.database-away': {
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Chưa có gì được lưu; hãy thử lại sau ít phút.',
    en: 'The database does not answer just now. Nothing was saved; try again in a few minutes.',
  },
  'system.disk-full': {
    vi: 'Ổ đĩa của máy chủ đã đầy. Chưa có gì được lưu; hãy báo quản trị viên rồi thử lại.',
    en: 'The disk of the server is full. Nothing was saved; tell whoever runs the system, then try again.',
  },
  'system.database-unreachable': {
    vi: 'Không kết nối được cơ sở dữ liệu {{address}} ({{reason}}).',
    en: 'The database {{address}} cannot be reached ({{reason}}).',
  },
  'system.database-rights': {
    vi: 'Tài khoản {{role}} không đủ quyền chuẩn bị cơ sở dữ liệu {{database}} ({{reason}}). Hãy đặt MIGRATE_URL là tài khoản quản trị.',
    en: 'The account {{role}} may not prepare the database {{database}} ({{reason}}). Set MIGRATE_URL to an administrator account.',
  },
  'system.role-too-strong': {
    vi: 'Tài khoản {{role}} trong DATABASE_URL bỏ qua được phân quyền theo dòng. Hãy dùng tài khoản thường, không sở hữu bảng nào.',
    en: 'The account {{role}} in DATABASE_URL can bypass row security. Use an ordinary account that owns no table.',
  },
  'system.migration-newer': {
    vi: 'Cơ sở dữ liệu do một phiên bản mới hơn tạo ra. Hãy nâng cấp phần mềm này.',
    en: 'The database was made by a newer version. Upgrade this software.',
  },
  'system.migration-half-done': {
    vi: 'Lần nâng cấp cơ sở dữ liệu trước chưa trọn ({{reason}}). Hãy khôi phục từ bản sao lưu rồi chạy lại.',
    en: 'An earlier upgrade of the database was left half-finished ({{reason}}). Restore a backup and run it again.',
  },
  'system.migration-failed': {
    vi: 'Nâng cấp cơ sở dữ liệu không thành ({{reason}}); dữ liệu giữ nguyên như trước.',
    en: 'The upgrade of the database failed ({{reason}}); the data is as it was before.',
  },
  'system.migration-needed': {
    vi: 'Cơ sở dữ liệu chưa được nâng cấp. Hãy chạy npx kycuong migrate với MIGRATE_URL.',
    en: 'The database has not been upgraded. Run npx kycuong migrate with MIGRATE_URL.',
  },
  'system.database-not-empty': {
    vi: 'Cơ sở dữ liệu đã có dữ liệu. Câu chuyện mẫu chỉ nạp được vào cơ sở dữ liệu còn trống.',
    en: 'The database already holds data. The demo story can only be loaded into an empty one.',
  },
  ...inspectionTexts,
  ...qualityTexts,
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;

export type ErrorKey = keyof typeof errorCatalogue;
export type Language = 'vi' | 'en';

export function isErrorKey(key: string): key is ErrorKey {
  return Object.hasOwn(errorCatalogue, key);
}

/** A date among the details is shown as people write it, 30/06/2025. */
function shown(value: string | number | undefined): string {
  return String(value ?? '').replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1');
}

/** The message in the person's language, with `{{name}}` and `{{amount, number}}` filled from details; a role is told by its name. */
export function errorText(
  key: ErrorKey,
  language: Language,
  details: Readonly<Record<string, string | number | undefined>> = {},
): string {
  return errorCatalogue[key][language].replace(
    /\{\{(\w+)(, number)?\}\}/g,
    (_, name: string, counts?: string) =>
      heldWord(name, details[name], language) ??
      (counts ? formatNumber(details[name], language) : shown(details[name])),
  );
}
