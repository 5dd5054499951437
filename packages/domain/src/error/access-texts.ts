import { roleWords } from '../access/role-words.ts';

function roleChoices(language: 'vi' | 'en'): string {
  return Object.values(roleWords)
    .map((words) => words[language])
    .join(', ');
}

/** Why an account or a row of a user file was refused, or wants looking at. Part of the error catalogue. */
export const accessTexts = {
  'access.password-common': {
    vi: 'Mật khẩu này có trong các danh sách mật khẩu hay dùng nên bị đoán ra ngay. Hãy ghép vài từ không liên quan đến nhau.',
    en: 'This password stands in lists of common ones and would be guessed at once. Put together a few words that have nothing to do with each other.',
  },
  'access.too-many-first-passwords': {
    vi: 'Một danh sách tạo tối đa {{maximum, number}} tài khoản có mật khẩu lần đầu. Chưa nhập gì. Hãy chia thành nhiều tệp.',
    en: 'A list makes at most {{maximum, number}} accounts with first passwords. Nothing was imported. Split it.',
  },
  'access.password-own-name': {
    vi: 'Mật khẩu này lấy từ họ tên, tên đăng nhập hoặc đơn vị của người dùng nên dễ bị đoán. Hãy chọn mật khẩu khác.',
    en: 'This password is made of the person’s name, user name or unit and would soon be guessed. Choose another one.',
  },
  'access.password-pattern': {
    vi: 'Mật khẩu này chỉ là ký tự lặp lại, dãy số, ngày tháng hoặc các phím liền nhau. Hãy chọn mật khẩu khác.',
    en: 'This password is only repeated characters, a sequence, a date or neighbouring keys. Choose another one.',
  },
  'access.password-easy': {
    vi: 'Mật khẩu này còn dễ đoán. Hãy dùng thêm từ hoặc ký tự.',
    en: 'This password is still easy to guess. Use more words or characters.',
  },
  'access.password-to-change': {
    vi: 'Mật khẩu này do người khác cấp. Hãy đặt mật khẩu của riêng bạn rồi làm tiếp.',
    en: 'This password was given to you by somebody else. Set one of your own, then go on.',
  },
  'access.unknown-username': {
    vi: 'Không có tài khoản {{username}}.',
    en: 'There is no account {{username}}.',
  },
  'access.username-shape': {
    vi: 'Tên đăng nhập bắt đầu bằng chữ cái, dài 2 đến 64 ký tự, chỉ gồm chữ thường không dấu, chữ số, dấu chấm, gạch nối, gạch dưới và không kết thúc bằng dấu; ví dụ: nguyen.van.a.',
    en: 'A user name begins with a letter, has 2 to 64 plain lower-case letters, digits, dots, hyphens and underscores, and does not end with a mark; for example: nguyen.van.a.',
  },
  'access.role-needs-unit': {
    vi: 'Vai trò này phải gắn với một đơn vị.',
    en: 'This role has to be held over a unit.',
  },
  'access.role-needs-province': {
    vi: 'Vai trò lãnh đạo tỉnh, cơ quan chủ trì kiểm tra và cơ quan đầu mối ISO chỉ giao trên phạm vi cả tỉnh hoặc thành phố trực thuộc trung ương; hãy chọn đơn vị khác.',
    en: 'Leadership, lead inspection agency and ISO focal agency are held over a whole province or centrally-run city; choose another unit.',
  },
  'access.role-unknown': {
    vi: `“{{value}}” không phải một vai trò. Vai trò phải là một trong: ${roleChoices('vi')}.`,
    en: `“{{value}}” is no role. The role must be one of: ${roleChoices('en')}.`,
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
    vi: 'Ghi lại địa chỉ thư điện tử của {{username}}, ví dụ nguyenvana@ninhbinh.gov.vn.',
    en: 'Write the whole e-mail address of {{username}}, such as nguyenvana@ninhbinh.gov.vn.',
  },
  'access.date-wrong': {
    vi: 'Cột {{column}} ghi “{{cell}}”, không phải một ngày có thật. Hãy ghi đủ ngày/tháng/năm, ví dụ 31/01/2026.',
    en: 'Column {{column}} says “{{cell}}”, which is no real date. Write day/month/year in full, for example 31/01/2026.',
  },
  'access.date-far': {
    vi: 'Cột {{column}} ghi ngày {{date}}; chỉ nhận ngày từ {{earliest}} đến {{latest}}. Chưa có ngày kết thúc thì để trống.',
    en: 'Column {{column}} says {{date}}; days from {{earliest}} to {{latest}} are taken. Leave it empty where no end is known.',
  },
  'access.unit-unknown': {
    vi: 'Không có đơn vị mã {{code}} vào ngày {{date}}.',
    en: 'There is no unit {{code}} on {{date}}.',
  },
  'access.unit-number-doubtful': {
    vi: 'Ô mã đơn vị là số {{code}}, có thể đã mất số 0 ở đầu và chỉ nhiều đơn vị: {{units}}. Hãy định dạng cột mã là văn bản và ghi đủ số 0.',
    en: 'The unit code is the number {{code}}, which may have lost leading zeros and mean several units: {{units}}. Format the column as text and write all zeros.',
  },
  'access.outside-your-units': {
    vi: 'Tài khoản {{username}} nằm ngoài các đơn vị bạn quản trị.',
    en: 'The account {{username}} is outside the units that you administer.',
  },
  'access.username-of-another': {
    vi: 'Tên đăng nhập {{username}} ở dòng {{first}} là của người khác.',
    en: 'The user name {{username}} belongs to another person in line {{first}}.',
  },
  'access.email-of-two': {
    vi: 'Dòng {{first}} ghi địa chỉ thư điện tử khác cho {{username}}.',
    en: 'Line {{first}} gives {{username}} another e-mail address.',
  },
  'access.grant-repeated': {
    vi: 'Vai trò này của {{username}} đã có ở dòng trên.',
    en: 'This role of {{username}} already stands in a line above.',
  },
  'access.role-begun': {
    vi: 'Người này đã giữ vai trò đó tại đơn vị này từ ngày {{date}}. Hãy ghi đúng ngày đó; những ngày đã qua vẫn giữ nguyên.',
    en: 'The person has held that role over this unit since {{date}}. Write that day; days that have passed stay as they were.',
  },
  'access.end-in-past': {
    vi: 'Vai trò chỉ kết thúc được từ hôm qua trở đi; những ngày đã qua vẫn giữ nguyên.',
    en: 'A role can end yesterday at the earliest; days that have passed stay as they were.',
  },
  'access.end-too-late': {
    vi: 'Vai trò này đã kết thúc sớm hơn, hết ngày {{until}}. Muốn kéo dài thì giao vai trò tiếp từ ngày sau đó.',
    en: 'This role already ends earlier, on {{until}}. To prolong it, give the role again from the day after.',
  },
  'access.role-ended': {
    vi: 'Vai trò này đã kết thúc ngày {{until}}.',
    en: 'This role ended on {{until}}.',
  },
  'access.no-such-role': {
    vi: 'Tài khoản không có vai trò như vậy.',
    en: 'The account holds no such role.',
  },
  'access.role-held': {
    vi: 'Người này đã giữ vai trò đó tại đơn vị này trong khoảng ngày trên.',
    en: 'The person already holds that role over this unit on some of these days.',
  },
  'access.unit-not-in-force': {
    vi: 'Đơn vị này không hoạt động vào ngày {{date}}.',
    en: 'This unit is not in force on {{date}}.',
  },
  'access.last-administrator': {
    vi: 'Nếu làm vậy, từ ngày {{date}} không còn ai quản trị toàn hệ thống. Hãy giao quyền đó cho người khác trước.',
    en: 'From {{date}} nobody would administer the whole system. Give that role to somebody else first.',
  },
  'access.last-administrator-of': {
    vi: 'Nếu làm vậy, từ ngày {{date}} không còn ai quản trị {{unit}}. Hãy giao quyền đó cho người khác trước.',
    en: 'From {{date}} nobody would administer {{unit}}. Give that role to somebody else first.',
  },
  'access.own-account': {
    vi: 'Việc này không làm với tài khoản của chính mình. Hãy nhờ quản trị viên khác.',
    en: 'This cannot be done to your own account. Ask another administrator.',
  },
  'access.own-role': {
    vi: 'Không ai tự giao vai trò cho mình: phải do một quản trị viên khác giao. Nếu chỉ có một quản trị viên, người vận hành máy chủ giao bằng lệnh kycuong user grant.',
    en: 'Nobody gives a role to themselves: another administrator has to give it. Where there is only one, whoever runs the machine gives it with kycuong user grant.',
  },
  'access.account-changed': {
    vi: 'Trong lúc bạn sửa, người khác đã sửa tài khoản này. Hãy xem lại nội dung họ đã ghi rồi lưu.',
    en: 'While you were editing, somebody else changed this account. Look at what they wrote, then save.',
  },
  'access.changed-meanwhile': {
    vi: 'Người khác vừa ghi mục này là “{{value}}”. Nếu lưu, nội dung của bạn sẽ thay thế nội dung đó.',
    en: 'Somebody else has just put “{{value}}” here. If you save, yours takes its place.',
  },
  'access.emptied-meanwhile': {
    vi: 'Người khác vừa bỏ trống mục này. Nếu lưu, nội dung của bạn sẽ được ghi vào.',
    en: 'Somebody else has just left this empty. If you save, yours is put here.',
  },
  'access.rights-changed': {
    vi: 'Quyền của bạn vừa được người khác thay đổi. Hãy tải lại trang.',
    en: 'Your rights have just been changed by somebody else. Reload the page.',
  },
  'access.slip-expired': {
    vi: 'Mã trên phiếu hoặc mật khẩu được cấp không còn hiệu lực. Hãy đề nghị quản trị viên cấp phiếu mới.',
    en: 'The code on the slip, or the password that was given, is no longer good. Ask the administrator for a new slip.',
  },
  'access.wrong-code': {
    vi: 'Mã không đúng hoặc đã dùng rồi. Hãy đợi ứng dụng hiện mã mới, hoặc nhập một mã dự phòng chưa dùng.',
    en: 'The code is wrong or was used before. Wait until the app shows a new one, or enter an unused recovery code.',
  },
  'access.code-to-enter': {
    vi: 'Hãy nhập mã của bước xác thực thứ hai trước.',
    en: 'Enter the code of the second step first.',
  },
  'access.factor-to-enrol': {
    vi: 'Quản trị viên phải bật xác thực hai bước trước khi làm việc khác.',
    en: 'An administrator has to turn on the second factor before anything else.',
  },
  'access.factor-enrolled': {
    vi: 'Xác thực hai bước đã bật. Muốn đổi máy thì tắt rồi bật lại.',
    en: 'The second factor is on already. To change the phone turn it off first.',
  },
  'access.no-factor': {
    vi: 'Tài khoản này không dùng xác thực hai bước.',
    en: 'This account has no second factor.',
  },
  'access.no-factor-key': {
    vi: 'Máy chủ này chưa có khóa để giữ xác thực hai bước.',
    en: 'This server has no key to keep second factors with.',
  },
  'access.already-locked': {
    vi: 'Tài khoản này đã khóa rồi.',
    en: 'This account is locked already.',
  },
  'access.not-locked': {
    vi: 'Tài khoản này không bị khóa.',
    en: 'This account is not locked.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
