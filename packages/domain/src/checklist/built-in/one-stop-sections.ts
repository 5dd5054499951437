import type { ChecklistSection } from '../checklist.ts';
import { item } from './item.ts';

/** Openness, people, file handling and equipment of a one-stop shop: M01 to M23, E01 to E04. */
export const oneStopSections: readonly ChecklistSection[] = [
  {
    code: 'G4',
    title: { vi: 'Một cửa: công khai, con người', en: 'One-stop shop: openness and people' },
    items: [
      item(
        'M01',
        'rectification',
        [
          'Thủ tục hành chính được niêm yết đủ, đúng, kịp thời',
          'Procedures are posted completely, correctly and in time',
        ],
        [
          'Đối chiếu bảng niêm yết hoặc màn hình với danh mục trong quyết định công bố; so ngày công bố với ngày niêm yết.',
          'Compare the board or screen with the list in the publishing decision, and the date of publication with that of posting.',
        ],
        ['nd-63-2010-17'],
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
          'Gọi thử số điện thoại, gửi thử thư điện tử; địa chỉ phải là của đơn vị hiện nay.',
          'Try the telephone and the e-mail; the address must be that of the present unit.',
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
          'Tính từ lúc nhận đủ hồ sơ hợp lệ, không kể ngày nhận, theo ngày làm việc. Phần lấy mẫu hồ sơ tính sẵn ngày đúng.',
          'Count working days from the acceptance of a complete, correct file, that day not counted. The file sampling works out the right date.',
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
          'Chuyển hồ sơ giấy trong ngày; nhận sau 15 giờ thì đầu giờ ngày làm việc sau',
          'Paper files move on the same day; those after 15:00 early on the next working day',
        ],
        [
          'So giờ tiếp nhận với giờ bàn giao trên Phiếu kiểm soát (Mẫu 06) hoặc phần mềm.',
          'Compare the time of receipt with that of hand-over on the control slip (form 06) or in the software.',
        ],
        ['nd-118-2025-18-2'],
      ),
      item(
        'M15',
        'rectification',
        ['Hồ sơ được giải quyết đúng hạn', 'Files are settled on time'],
        [
          'Lấy số liệu thời kỳ kiểm tra từ phần mềm, đối chiếu với hồ sơ lấy mẫu; ghi số quá hạn theo lĩnh vực và nguyên nhân.',
          'Take the figures of the period inspected from the software and compare them with the sample; note late files by field and their causes.',
        ],
        ['nd-118-2025', 'qd-766-2022'],
        {
          label: ['Số hồ sơ giải quyết đúng hạn', 'Files settled on time'],
          of: ['Số hồ sơ đã giải quyết', 'Files settled'],
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
        [
          'Hồ sơ, kết quả được số hóa; dữ liệu đã có được dùng lại',
          'Files and results are digitised and existing data is reused',
        ],
        [
          'Xem tỷ lệ số hóa hồ sơ, kết quả và tỷ lệ khai thác, dùng lại dữ liệu; mở thử năm kết quả điện tử, xem chữ ký số.',
          'See the share of files and results digitised and of data reused; open five electronic results and check the signature.',
        ],
        ['nd-118-2025', 'nd-45-2020'],
        {
          label: ['Số hồ sơ đã số hóa', 'Files digitised'],
          of: ['Số hồ sơ lấy mẫu', 'Files sampled'],
        },
      ),
      item(
        'M21',
        'reminder',
        [
          'Hồ sơ trực tuyến, thanh toán trực tuyến, bưu chính công ích đạt chỉ tiêu',
          'Online filing, online payment and postal service meet their targets',
        ],
        [
          'Lấy số liệu thời kỳ kiểm tra; so với chỉ tiêu tỉnh giao. Ghi riêng thanh toán và bưu chính vào ghi chú.',
          'Take the figures of the period inspected; compare them with the province’s targets. Note payment and post apart.',
        ],
        ['qd-766-2022'],
        {
          label: ['Số hồ sơ trực tuyến', 'Files submitted online'],
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
        ['tt-01-2018'],
        {
          label: ['Số thiết bị hoạt động và tích hợp', 'Devices that work and are integrated'],
          of: ['Số thiết bị đã trang bị', 'Devices supplied'],
        },
      ),
      item(
        'E03',
        'rectification',
        [
          'Máy lấy số, màn hình tra cứu, ki-ốt, máy quét, mạng hoạt động',
          'Queue machine, lookup screen, kiosk, scanner and network work',
        ],
        [
          'Thử từng thiết bị; ki-ốt phải tra cứu, nộp, định danh, thanh toán được trên Cổng Dịch vụ công quốc gia.',
          'Try each device; the kiosk must look up, submit, identify and pay on the National Public Service Portal.',
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
