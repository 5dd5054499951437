import type { ChecklistSection } from '../checklist.ts';
import { item } from './item.ts';

/** Openness, people, file handling and equipment of a one-stop shop: M01 to M23 and M25 to M31, E01 to E04. */
export const oneStopSections: readonly ChecklistSection[] = [
  {
    code: 'G4',
    title: { vi: 'Một cửa: công khai, con người', en: 'One-stop shop: openness and people' },
    items: [
      item(
        'M01',
        'rectification',
        [
          'Thủ tục hành chính được niêm yết đủ, đúng bản đang có hiệu lực',
          'Procedures are posted completely, in the wording that is in force',
        ],
        [
          'Đối chiếu bảng niêm yết hoặc màn hình với danh mục trong quyết định công bố. Ghi ba ngày: quyết định công bố (chậm nhất 05 ngày trước khi văn bản có hiệu lực; theo thủ tục rút gọn thì chậm nhất 03 ngày sau), văn bản có hiệu lực, niêm yết.',
          'Compare the board or screen with the list in the publishing decision. Note three dates: of the publishing decision (at least 5 days before the text takes effect; by the shortened procedure at most 3 days after), of its taking effect, of posting.',
        ],
        ['nd-63-2010-15', 'nd-63-2010-17'],
        {
          label: ['Số thủ tục đã niêm yết', 'Procedures posted'],
          of: ['Số thủ tục phải niêm yết', 'Procedures to be posted'],
        },
      ),
      item(
        'M02',
        'rectification',
        [
          'Nội dung niêm yết đủ các bộ phận cấu thành, có mẫu đơn đi kèm',
          'Posted procedures have all their parts and carry their forms',
        ],
        [
          'Chọn năm thủ tục: trình tự, cách thức, thành phần hồ sơ, thời hạn, đối tượng, cơ quan, kết quả, phí, lệ phí, mẫu đơn, điều kiện, căn cứ. Mẫu đơn ở ngay sau thủ tục.',
          'Take five procedures: steps, ways, papers, time, who, agency, result, fees, form, conditions, legal basis. The form comes right after the procedure.',
        ],
        ['nd-63-2010-8', 'nd-63-2010-17', 'tt-02-2017'],
      ),
      item(
        'M03',
        'reminder',
        [
          'Niêm yết địa chỉ, số điện thoại tiếp nhận phản ánh, kiến nghị',
          'Address and telephone for feedback are posted',
        ],
        [
          'Gọi thử số điện thoại, gửi thử thư điện tử của từng cấp được niêm yết, cả cấp tỉnh; địa chỉ phải là của đơn vị hiện nay.',
          'Try the telephone and the e-mail of every level that is posted, the province’s too; the address must be that of the present unit.',
        ],
        ['nd-63-2010-17', 'nd-20-2008'],
      ),
      item(
        'M04',
        'rectification',
        [
          'Thông tin trên Cơ sở dữ liệu quốc gia, Cổng dịch vụ công khớp với bản niêm yết',
          'The national database and portal say the same as what is posted',
        ],
        [
          'Chọn năm thủ tục, so thời hạn, thành phần hồ sơ, phí giữa bản niêm yết và Cổng Dịch vụ công quốc gia.',
          'Take five procedures and compare time, papers and fees between the board and the National Public Service Portal.',
        ],
        ['nd-63-2010-17'],
        {
          label: ['Số thủ tục khớp', 'Procedures that match'],
          of: ['Số thủ tục đối chiếu', 'Procedures compared'],
        },
      ),
      item(
        'M05',
        'rectification',
        [
          'Mở cửa đủ giờ hành chính; lịch tiếp nhận được công khai',
          'The shop is open for all office hours; its hours are public',
        ],
        [
          'Ghi giờ mở, đóng quầy trong ngày kiểm tra; xem lịch niêm yết và các buổi ngừng tiếp nhận.',
          'Note when counters open and close on the day; see the posted hours and any sessions without service.',
        ],
        ['nd-118-2025', 'quy-che-mot-cua'],
      ),
      item(
        'M06',
        'rectification',
        [
          'Đủ công chức trực theo quyết định cử; có người dự phòng',
          'Staff are there as assigned, with backups',
        ],
        [
          'Đối chiếu người ngồi quầy với quyết định cử; nghỉ phép, đi học, đi công tác phải có người thay để không gián đoạn.',
          'Compare who sits at the counters with the assignment; leave, study and travel need a replacement so that service never stops.',
        ],
        ['nd-118-2025-11-8'],
        {
          label: ['Số người đang trực', 'People at the counters'],
          of: ['Số người theo quyết định cử', 'People assigned'],
        },
      ),
      item(
        'M07',
        'reminder',
        [
          'Trung tâm Phục vụ hành chính công cấp xã có Giám đốc và không quá 2 Phó Giám đốc',
          'The commune centre has a director and at most two deputies',
        ],
        [
          'Xem quyết định bổ nhiệm hoặc phân công; ghi ai phụ trách khi khuyết Giám đốc.',
          'See the appointments; note who is in charge while there is no director.',
        ],
        ['nd-118-2025-10-3'],
      ),
      item(
        'M08',
        'review',
        ['Không tự đặt thêm thủ tục, giấy tờ', 'No procedures or papers are invented'],
        [
          'So thành phần hồ sơ thực nộp với danh mục công bố; không đòi giấy tờ đã có trong cơ sở dữ liệu được kết nối, công bố. Hỏi người dân đang chờ.',
          'Compare what was handed in with the published list; papers whose data is in a published, connected database must not be asked for. Ask people who are waiting.',
        ],
        ['nd-63-2010-18-6', 'nd-118-2025-4-2a'],
        {
          label: ['Số hồ sơ bị đòi thêm giấy tờ', 'Files with extra papers asked for'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M09',
        'reminder',
        [
          'Hỗ trợ người cao tuổi, người khuyết tật, người cần giúp kê khai trực tuyến',
          'The elderly, the disabled and those who need help online are assisted',
        ],
        [
          'Xem có quầy hoặc người hỗ trợ, thiết bị dùng chung, lối ưu tiên; quan sát một lượt hỗ trợ.',
          'See whether there is a counter or person to help, shared equipment and priority; watch one case.',
        ],
        ['nd-63-2010-18-8'],
      ),
    ],
  },
  {
    code: 'G5',
    title: { vi: 'Một cửa: hồ sơ', en: 'One-stop shop: files' },
    items: [
      item(
        'M10',
        'rectification',
        [
          'Mọi hồ sơ có Giấy tiếp nhận và hẹn trả kết quả (Mẫu 01), có mã số hồ sơ',
          'Every file has its receipt with appointment (form 01) and its code',
        ],
        [
          'Lấy mẫu 20–30 hồ sơ ở nhiều lĩnh vực; mã trên giấy phải trùng mã trên phần mềm.',
          'Sample 20–30 files over several fields; the code on the receipt must be that in the software.',
        ],
        ['nd-118-2025-17-3', 'tt-03-2025'],
        {
          label: ['Số hồ sơ có đủ giấy hẹn và mã số', 'Files with receipt and code'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M11',
        'rectification',
        [
          'Thời hạn trên giấy hẹn đúng với thời hạn đã công bố',
          'The date on the receipt agrees with the published time',
        ],
        [
          'Tính từ lúc hồ sơ được tiếp nhận đầy đủ, theo đơn vị thời gian ghi trong quyết định công bố (ngày, ngày làm việc, trong ngày). Phần lấy mẫu hồ sơ tính sẵn ngày đúng cho thời hạn theo ngày làm việc.',
          'Count from the acceptance of a complete file, in the unit of time that the publishing decision names (days, working days, the same day). The file sampling works out the right date where it is in working days.',
        ],
        ['nd-118-2025-17-3'],
        {
          label: ['Số hồ sơ hẹn đúng', 'Files with the right date'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M12',
        'rectification',
        [
          'Yêu cầu bổ sung một lần, bằng Phiếu Mẫu 02, nêu rõ lý do',
          'Supplements are asked for once, on form 02, with the reason',
        ],
        [
          'Xem hồ sơ có bổ sung: số lần, phiếu, lý do, hướng dẫn đã đầy đủ chưa. Nhắn tin, gọi điện thay phiếu là chưa đạt.',
          'See supplemented files: how often, the form, the reason, whether the guidance was complete. A call or message instead of the form is a fault.',
        ],
        ['nd-118-2025-17-2'],
        { label: ['Số hồ sơ bị yêu cầu bổ sung quá một lần', 'Files supplemented more than once'] },
      ),
      item(
        'M13',
        'rectification',
        [
          'Từ chối tiếp nhận bằng Phiếu Mẫu 03, nêu rõ lý do',
          'Refusals are given on form 03 with the reason',
        ],
        [
          'Xem phiếu từ chối trong thời kỳ kiểm tra; hỏi người dân có bị từ chối miệng không.',
          'See the refusals of the period inspected; ask people whether they were refused by word of mouth.',
        ],
        ['nd-63-2010-18-5', 'tt-03-2025'],
      ),
      item(
        'M14',
        'reminder',
        [
          'Chuyển ngay trong ngày hồ sơ tiếp nhận trực tiếp; tiếp nhận sau 15 giờ thì chuyển đầu giờ ngày làm việc tiếp theo',
          'Files taken in person are passed on the same day; those taken after 15:00 at the start of the next working day',
        ],
        [
          'Với hồ sơ tiếp nhận trực tiếp, so giờ tiếp nhận với giờ chuyển trên Phiếu kiểm soát (Mẫu 06) hoặc phần mềm.',
          'For files taken in person compare the time of receipt with that of passing on, by the control slip (form 06) or the software.',
        ],
        ['nd-118-2025-18-2'],
      ),
      item(
        'M15',
        'rectification',
        ['Hồ sơ được giải quyết đúng hạn', 'Files are settled on time'],
        [
          'Lấy số liệu chung của thời kỳ kiểm tra từ phần mềm, đối chiếu với hồ sơ lấy mẫu; ghi nguyên nhân quá hạn. Từng lĩnh vực ghi ở M25, M26, M27.',
          'Take the overall figures of the period inspected from the software and compare them with the sample; note the causes of lateness. M25, M26 and M27 are for the fields.',
        ],
        ['nd-118-2025', 'qd-766-2022'],
        {
          label: ['Số hồ sơ giải quyết đúng hạn', 'Files settled on time'],
          of: ['Số hồ sơ đã giải quyết', 'Files settled'],
        },
      ),
      item(
        'M25',
        'rectification',
        [
          'Hồ sơ đất đai, môi trường được giải quyết đúng hạn',
          'Land and environment files are settled on time',
        ],
        [
          'Số liệu riêng của lĩnh vực trong thời kỳ kiểm tra; tách phần chờ cơ quan thuế, cơ quan đăng ký đất đai.',
          'The figures of the field in the period inspected; tell apart the time at the tax office and the land registry.',
        ],
        ['nd-118-2025', 'qd-766-2022'],
        {
          label: ['Số hồ sơ đất đai, môi trường đúng hạn', 'Land and environment files on time'],
          of: ['Số hồ sơ đã giải quyết trong lĩnh vực', 'Files of the field settled'],
        },
      ),
      item(
        'M26',
        'rectification',
        [
          'Hồ sơ hộ tịch, chứng thực được giải quyết đúng hạn',
          'Civil status and certification files are settled on time',
        ],
        [
          'Số liệu riêng của lĩnh vực trong thời kỳ kiểm tra; nhiều việc phải trả ngay trong ngày, hồ sơ liên thông tính đến khi trả kết quả cuối.',
          'The figures of the field in the period inspected; much is due on the same day, joint procedures count until the last result.',
        ],
        ['nd-118-2025', 'qd-766-2022'],
        {
          label: ['Số hồ sơ hộ tịch, chứng thực đúng hạn', 'Civil status and certification files on time'],
          of: ['Số hồ sơ đã giải quyết trong lĩnh vực', 'Files of the field settled'],
        },
      ),
      item(
        'M27',
        'rectification',
        ['Hồ sơ các lĩnh vực khác được giải quyết đúng hạn', 'Files of the other fields are settled on time'],
        [
          'Gộp các lĩnh vực còn lại; ghi tên lĩnh vực có hồ sơ quá hạn và số lượng vào ghi chú.',
          'The remaining fields together; note which have late files and how many.',
        ],
        ['nd-118-2025', 'qd-766-2022'],
        {
          label: ['Số hồ sơ lĩnh vực khác đúng hạn', 'Files of other fields on time'],
          of: ['Số hồ sơ đã giải quyết trong lĩnh vực', 'Files of the field settled'],
        },
      ),
      item(
        'M16',
        'rectification',
        [
          'Hồ sơ quá hạn có văn bản xin lỗi và đề nghị gia hạn (Mẫu 04)',
          'Late files carry an apology and a request for more time (form 04)',
        ],
        [
          'Với từng hồ sơ quá hạn trong mẫu: có Mẫu 04 không, gửi trước hay sau khi quá hạn, nêu lý do và ngày trả mới không.',
          'For each late file of the sample: is there a form 04, was it sent before or after the date, does it give the reason and the new date.',
        ],
        ['tt-03-2025'],
        {
          label: ['Số hồ sơ quá hạn có Mẫu 04', 'Late files with form 04'],
          of: ['Số hồ sơ quá hạn', 'Late files'],
        },
      ),
      item(
        'M17',
        'reminder',
        [
          'Phiếu kiểm soát (Mẫu 06) và Sổ theo dõi hồ sơ (Mẫu 07) đầy đủ',
          'Control slip (form 06) and register (form 07) are complete',
        ],
        [
          'Mỗi lần bàn giao có giờ, người giao, người nhận; sổ điện tử trích từ phần mềm được chấp nhận.',
          'Each hand-over shows time, giver and taker; an electronic register from the software is accepted.',
        ],
        ['tt-03-2025'],
      ),
      item(
        'M18',
        'review',
        [
          'Không tiếp nhận, giải quyết hồ sơ ngoài hệ thống',
          'No files are taken or settled outside the system',
        ],
        [
          'Đối chiếu hồ sơ, kết quả trên bàn làm việc và sổ cấp số, sổ chứng thực với phần mềm.',
          'Compare files and results on desks, number books and certification books with the software.',
        ],
        ['nd-118-2025'],
        { label: ['Số hồ sơ ngoài hệ thống', 'Files outside the system'] },
      ),
      item(
        'M19',
        'review',
        [
          'Trạng thái trên phần mềm khớp thực tế, không đóng khống hồ sơ',
          'The software shows what is true; no file is closed on paper only',
        ],
        [
          'Chọn mười hồ sơ “đã trả kết quả”: xem chữ ký nhận hoặc gọi người nộp; chọn năm hồ sơ “chờ bổ sung”: xem có phiếu thật không.',
          'Take ten files “result returned”: see the signature or call the applicant; take five “awaiting supplement”: see whether the form exists.',
        ],
        ['nd-118-2025'],
        {
          label: ['Số hồ sơ khớp thực tế', 'Files that agree with reality'],
          of: ['Số hồ sơ đối chiếu', 'Files compared'],
        },
      ),
      item(
        'M20',
        'rectification',
        ['Thành phần hồ sơ được số hóa khi tiếp nhận', 'Files are digitised when they are taken'],
        [
          'Xem tỷ lệ số hóa trong thời kỳ kiểm tra, đối chiếu với hồ sơ lấy mẫu. Kết quả ghi ở M28, việc dùng lại dữ liệu ghi ở M29.',
          'See the share digitised in the period inspected and compare it with the sample. M28 is for results, M29 for the reuse of data.',
        ],
        ['nd-118-2025', 'nd-45-2020'],
        {
          label: ['Số hồ sơ đã số hóa', 'Files digitised'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M28',
        'rectification',
        ['Kết quả giải quyết được số hóa, có ký số', 'Results are digitised and carry a digital signature'],
        [
          'Mở thử năm kết quả điện tử: đọc được, có chữ ký số còn giá trị, nằm trong kho của người nộp.',
          'Open five electronic results: readable, validly signed, and in the applicant’s own store.',
        ],
        ['nd-118-2025', 'nd-45-2020'],
        {
          label: ['Số kết quả đã số hóa', 'Results digitised'],
          of: ['Số kết quả lấy mẫu', 'Results sampled'],
        },
      ),
      item(
        'M29',
        'rectification',
        ['Dữ liệu đã số hóa được khai thác, dùng lại', 'Digitised data is used again'],
        [
          'Chọn hồ sơ của người đã từng nộp: giấy tờ đã có trong kho hoặc cơ sở dữ liệu được lấy ra dùng, không yêu cầu nộp lại.',
          'Take files of people who have applied before: papers that are in the store or a database are used from there and not asked for again.',
        ],
        ['nd-118-2025-4-2a', 'nd-45-2020'],
        {
          label: ['Số hồ sơ dùng lại dữ liệu', 'Files that reuse data'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M21',
        'reminder',
        ['Tỷ lệ hồ sơ trực tuyến đạt chỉ tiêu tỉnh giao', 'Online filing meets the province’s target'],
        [
          'Lấy số liệu thời kỳ kiểm tra; so với chỉ tiêu tỉnh giao, ghi chỉ tiêu vào ghi chú. Thanh toán ghi ở M30, bưu chính ghi ở M31.',
          'Take the figures of the period inspected and compare them with the province’s target, which is noted. M30 is for payment, M31 for the post.',
        ],
        ['qd-766-2022'],
        {
          label: ['Số hồ sơ trực tuyến', 'Files submitted online'],
          of: ['Số hồ sơ tiếp nhận', 'Files received'],
        },
      ),
      item(
        'M30',
        'reminder',
        ['Tỷ lệ thanh toán trực tuyến đạt chỉ tiêu tỉnh giao', 'Online payment meets the province’s target'],
        [
          'Chỉ tính hồ sơ phải nộp phí, lệ phí, nghĩa vụ tài chính; so với chỉ tiêu tỉnh giao, ghi chỉ tiêu vào ghi chú.',
          'Only files with something to pay count; compare with the province’s target, which is noted.',
        ],
        ['qd-766-2022', 'nd-118-2025-24'],
        {
          label: ['Số giao dịch thanh toán trực tuyến', 'Payments made online'],
          of: ['Số giao dịch thanh toán', 'Payments'],
        },
      ),
      item(
        'M31',
        'reminder',
        [
          'Tiếp nhận, trả kết quả qua bưu chính công ích đạt chỉ tiêu tỉnh giao',
          'Filing and return by the public post meet the province’s target',
        ],
        [
          'So với chỉ tiêu tỉnh giao, nơi có giao; xem người dân có được giới thiệu dịch vụ không. Tỉnh không giao chỉ tiêu thì không áp dụng.',
          'Compare with the province’s target where there is one, and see whether people are told of the service. Not applicable where no target was set.',
        ],
        ['nd-118-2025'],
        {
          label: ['Số hồ sơ qua bưu chính công ích', 'Files by the public post'],
          of: ['Số hồ sơ tiếp nhận', 'Files received'],
        },
      ),
      item(
        'M22',
        'review',
        ['Phí, lệ phí thu đúng mức, có biên lai', 'Fees are charged correctly and receipted'],
        [
          'Chọn mười hồ sơ có thu phí: mức thu, đối tượng miễn giảm, biên lai, cách nộp; mức thu được niêm yết.',
          'Take ten files with fees: amount, exemptions, receipt, way of payment; the amounts are posted.',
        ],
        ['nd-118-2025-24'],
      ),
      item(
        'M23',
        'rectification',
        ['Phản ánh, kiến nghị được xử lý, trả lời đúng hạn', 'Feedback is handled and answered on time'],
        [
          'Xem phản ánh trên Cổng, sổ, đường dây nóng trong thời kỳ kiểm tra; giải trình của cơ quan đã chuyển đến người dân chưa.',
          'See feedback on the portal, in the register and on the hotline in the period inspected; has the agency’s explanation reached the citizen.',
        ],
        ['nd-118-2025-9-2'],
        {
          label: ['Số phản ánh trả lời đúng hạn', 'Feedback answered on time'],
          of: ['Số phản ánh đã tiếp nhận', 'Feedback received'],
        },
      ),
    ],
  },
  {
    code: 'G6',
    title: { vi: 'Trang thiết bị', en: 'Equipment' },
    items: [
      item(
        'E01',
        'rectification',
        [
          'Camera hoạt động, kết nối về trung tâm, lưu đủ số ngày quy định',
          'Cameras work, are connected to the centre and keep recordings as long as prescribed',
        ],
        [
          'Xem hình trực tiếp của từng camera, xem lại hình cũ nhất còn lưu, hỏi trung tâm có nhận được hình không.',
          'See the live picture of each camera and the oldest recording kept; ask the centre whether it gets the picture.',
        ],
        ['quy-che-mot-cua'],
        {
          label: ['Số camera hoạt động', 'Cameras that work'],
          of: ['Số camera đã lắp', 'Cameras installed'],
        },
      ),
      item(
        'E02',
        'rectification',
        [
          'Thiết bị hoặc mã QR đánh giá hài lòng hoạt động và tích hợp với phần mềm',
          'The satisfaction device or QR code works and reaches the software',
        ],
        [
          'Đánh giá thử một lượt, rồi tìm lượt đó trong phần mềm tại đơn vị và ở tỉnh.',
          'Give one rating, then look for it in the software of the unit and of the province.',
        ],
        ['nd-118-2025-28', 'qd-766-2022'],
        {
          label: ['Số thiết bị hoạt động và tích hợp', 'Devices that work and are integrated'],
          of: ['Số thiết bị đã trang bị', 'Devices supplied'],
        },
      ),
      item(
        'E03',
        'rectification',
        [
          'Máy lấy số, màn hình tra cứu, máy quét, mạng và các thiết bị đã trang bị hoạt động',
          'Queue machine, lookup screen, scanner, network and whatever else was supplied work',
        ],
        [
          'Thử từng thiết bị. Ki-ốt được khuyến khích, không bắt buộc: nơi có ki-ốt thì thử tra cứu, nộp, định danh, thanh toán trên Cổng Dịch vụ công quốc gia; nơi không có thì không tính là thiếu.',
          'Try each device. Kiosks are encouraged, not required: where there is one, look up, submit, identify and pay on the National Public Service Portal; where there is none, nothing is lacking.',
        ],
        ['nd-118-2025-3-9', 'nd-118-2025-4-2b'],
        {
          label: ['Số thiết bị hoạt động', 'Devices that work'],
          of: ['Số thiết bị đã trang bị', 'Devices supplied'],
        },
      ),
      item(
        'E04',
        'reminder',
        [
          'Có bàn ghế, khu chờ, biểu mẫu, nước uống, lối đi cho người khuyết tật',
          'There are seats, a waiting area, forms, drinking water and access for the disabled',
        ],
        [
          'Xem khu chờ, bàn viết, mẫu đơn tại bàn, nước uống, lối cho xe lăn, nhà vệ sinh cho người dân.',
          'See the waiting area, writing desk with forms, drinking water, wheelchair access and a toilet for the public.',
        ],
        ['tt-03-2025'],
      ),
    ],
  },
];
