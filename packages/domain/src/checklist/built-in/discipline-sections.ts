import type { ChecklistSection } from '../checklist.ts';
import { item } from './item.ts';

/** Working time, conduct, tasks and the head's accountability: D01 to D30. */
export const disciplineSections: readonly ChecklistSection[] = [
  {
    code: 'G1',
    title: { vi: 'Thời giờ, nội quy', en: 'Working time and rules' },
    items: [
      item(
        'D01',
        'rectification',
        ['Có mặt đúng giờ, không đi muộn, về sớm', 'Staff are present on time and do not leave early'],
        [
          'Đếm người có mặt tại nơi làm việc trong 15 phút đầu hoặc cuối giờ, đối chiếu với danh sách phải có mặt, trừ người nghỉ phép, đi công tác có ghi nhận.',
          'Count the people at their desks in the first or last 15 minutes of working time against the list of those who should be there, less recorded leave and duty travel.',
        ],
        ['ct-26-2016', 'luat-cbcc-2025'],
        {
          label: ['Số người có mặt đúng giờ', 'People present on time'],
          of: ['Số người phải có mặt', 'People who should be present'],
        },
      ),
      item(
        'D02',
        'review',
        ['Không vắng mặt không lý do trong giờ làm việc', 'Nobody is absent without reason in working hours'],
        [
          'Hỏi lãnh đạo phòng về từng người vắng; xem giấy đi đường, đơn nghỉ, lịch công tác. Ghi giờ kiểm tra.',
          'Ask the head of each office about every absent person; see travel orders, leave requests and the work schedule. Note the time of the check.',
        ],
        ['ct-26-2016'],
        { label: ['Số người vắng không lý do', 'People absent without reason'] },
      ),
      item(
        'D03',
        'reminder',
        [
          'Có sổ hoặc hệ thống chấm công, theo dõi đi công tác, nghỉ phép',
          'Attendance, duty travel and leave are recorded',
        ],
        [
          'Xem sổ hoặc phần mềm của tháng này và tháng trước; chọn ba ngày, đối chiếu với lịch công tác.',
          'See the register or software for this and last month; compare three days with the work schedule.',
        ],
        ['noi-quy-co-quan'],
      ),
      item(
        'D04',
        'rectification',
        [
          'Không làm việc riêng, chơi trò chơi, dùng mạng xã hội trong giờ làm việc',
          'Working hours are not used for private matters, games or social media',
        ],
        [
          'Quan sát tại phòng làm việc và quầy; ghi việc cụ thể, thời điểm, không ghi tên vào phần này.',
          'Observe in offices and at counters; note what was done and when, but no names here.',
        ],
        ['ct-26-2016', 'ct-05-2008'],
      ),
      item(
        'D05',
        'review',
        [
          'Không uống rượu, bia trong giờ làm việc, giờ nghỉ trưa và ngày trực',
          'No alcohol in working hours, at lunch or on duty',
        ],
        [
          'Kiểm tra đầu giờ chiều và phòng trực. Có biểu hiện thì lập biên bản tại chỗ với người chứng kiến.',
          'Check at the start of the afternoon and in the duty room. If there are signs, make minutes on the spot with a witness.',
        ],
        ['ct-26-2016', 'luat-pcthrb-2019-5'],
      ),
      item(
        'D06',
        'reminder',
        [
          'Không hút thuốc trong phòng làm việc, phòng họp, hội trường',
          'No smoking in offices, meeting rooms and halls',
        ],
        [
          'Xem biển cấm, gạt tàn, tàn thuốc trong phòng làm việc, phòng họp, hội trường và khu tiếp dân.',
          'Look for no-smoking signs, ashtrays and butts in offices, meeting rooms, halls and the reception area.',
        ],
        ['ct-26-2016'],
      ),
      item(
        'D07',
        'discipline',
        ['Không đánh bạc, không vào casino', 'No gambling, no visits to casinos'],
        [
          'Xem đơn phản ánh, thông báo của công an, kết luận của cấp có thẩm quyền trong thời kỳ kiểm tra.',
          'See complaints, police notices and findings of competent bodies in the period inspected.',
        ],
        ['ct-26-2016'],
      ),
      item(
        'D08',
        'rectification',
        [
          'Không đi lễ hội trong giờ làm việc, không dùng xe công đi lễ hội',
          'No festivals in working hours, no official cars for them',
        ],
        [
          'Xem lịch xe, lệnh điều xe và chấm công những ngày có lễ hội, nhất là sau Tết.',
          'See the car log, trip orders and attendance on festival days, above all after the Lunar New Year.',
        ],
        ['chi-thi-sau-tet'],
      ),
      item(
        'D09',
        'reminder',
        [
          'Nội quy cơ quan, lịch trực, lịch công tác tuần được niêm yết',
          'House rules, duty roster and weekly schedule are posted',
        ],
        [
          'Xem bảng niêm yết tại trụ sở và trang thông tin; lịch phải là của tuần này.',
          'See the notice board and the website; the schedule must be that of this week.',
        ],
        ['qd-129-2007'],
      ),
    ],
  },
  {
    code: 'G2',
    title: { vi: 'Tác phong, trang phục, ứng xử', en: 'Appearance and conduct' },
    items: [
      item(
        'D10',
        'reminder',
        ['Đeo thẻ cán bộ, công chức, viên chức khi làm nhiệm vụ', 'Staff wear their card when on duty'],
        [
          'Đếm người đeo thẻ trong số người đang làm việc; thẻ phải có ảnh, họ tên, chức danh, đơn vị hiện nay.',
          'Count those wearing the card among those at work; it must show photo, name, title and the present unit.',
        ],
        ['ct-26-2016'],
        {
          label: ['Số người đeo thẻ', 'People wearing the card'],
          of: ['Số người được kiểm tra', 'People checked'],
        },
      ),
      item(
        'D11',
        'reminder',
        [
          'Trang phục gọn gàng, lịch sự hoặc đồng phục theo quy định',
          'Dress is neat and proper, or the prescribed uniform',
        ],
        [
          'Quan sát tại quầy và phòng làm việc; nơi có quy định đồng phục thì xem đúng ngày mặc.',
          'Observe at counters and in offices; where there is a uniform, see that it is worn on its days.',
        ],
        ['qd-129-2007', 'qd-1847-2018'],
      ),
      item(
        'D12',
        'reminder',
        ['Có biển tên phòng và biển chức danh tại bàn làm việc', 'Rooms and desks carry name plates'],
        [
          'Biển phải đúng tên phòng, họ tên, chức danh sau sắp xếp đơn vị.',
          'Plates must show the name of the office, the person and the title as they are since the reorganisation.',
        ],
        ['qd-129-2007'],
      ),
      item(
        'D13',
        'reminder',
        [
          'Thực hiện “4 xin, 4 luôn” khi tiếp người dân',
          'The courtesy code of “four pleases, four always” is kept with citizens',
        ],
        [
          'Xin chào, xin lỗi, xin cảm ơn, xin phép; luôn mỉm cười, luôn nhẹ nhàng, luôn thấu hiểu, luôn giúp đỡ. Quan sát ít nhất ba lượt tiếp, hỏi người dân vừa làm xong.',
          'Greet, apologise, thank, ask leave; always smile, be gentle, understand, help. Watch at least three contacts and ask people who have just been served.',
        ],
        ['qd-1847-2018'],
      ),
      item(
        'D14',
        'discipline',
        [
          'Không hách dịch, cửa quyền, sách nhiễu, gây phiền hà',
          'No overbearing conduct, harassment or needless trouble for citizens',
        ],
        [
          'Xem sổ và phần mềm phản ánh, kết quả đánh giá hài lòng, đường dây nóng; hỏi người dân. Người phản ánh được giữ kín danh tính.',
          'See the feedback register and software, satisfaction ratings and hotline; ask citizens. The identity of who complains is protected.',
        ],
        ['ct-26-2016', 'nd-118-2025-5', 'nd-172-2025', 'nd-234-2026-8-3'],
        { label: ['Số phản ánh về thái độ phục vụ', 'Complaints about conduct'] },
      ),
      item(
        'D15',
        'review',
        [
          'Ứng xử trên mạng xã hội, phát ngôn và cung cấp thông tin cho báo chí đúng quy định',
          'Conduct on social media and statements to the public and the press follow the rules',
        ],
        [
          'Xem quy chế phát ngôn, văn bản cử người phát ngôn, danh sách trang và nhóm chính thức, việc đã bị nhắc nhở trong thời kỳ kiểm tra.',
          'See the rules on statements, who is appointed to speak, the list of official pages and groups, and any reminders in the period inspected.',
        ],
        ['qd-03-2007-bnv', 'nd-244-2026'],
      ),
      item(
        'D16',
        'reminder',
        [
          'Họp đúng giờ, đúng thành phần, không làm việc riêng trong cuộc họp',
          'Meetings start on time with the right people, who attend to them',
        ],
        [
          'Xem giấy mời, danh sách dự, biên bản của ba cuộc họp gần nhất; dự một cuộc nếu có.',
          'See invitations, attendance and minutes of the last three meetings; sit in on one if there is any.',
        ],
        ['ct-26-2016'],
      ),
      item(
        'D17',
        'reminder',
        [
          'Công sở sạch sẽ; Quốc kỳ, Quốc huy, biển tên cơ quan đúng quy định',
          'Premises are clean; flag, emblem and name board are as prescribed',
        ],
        [
          'Biển tên phải là tên đơn vị hiện nay; Quốc kỳ không phai, không rách; khu vệ sinh, khu chờ sạch.',
          'The board must carry the present name of the unit; the flag neither faded nor torn; toilets and waiting area clean.',
        ],
        ['qd-129-2007'],
      ),
    ],
  },
  {
    code: 'G3',
    title: { vi: 'Nhiệm vụ, trách nhiệm người đứng đầu', en: 'Tasks and the head’s accountability' },
    items: [
      item(
        'D18',
        'rectification',
        ['Nhiệm vụ cấp trên giao được hoàn thành đúng hạn', 'Tasks assigned from above are done on time'],
        [
          'Lấy danh sách nhiệm vụ giao trong thời kỳ kiểm tra từ phần mềm quản lý văn bản; ghi số quá hạn và lý do vào ghi chú.',
          'Take the list of tasks assigned in the period inspected from the document system; note how many are overdue and why.',
        ],
        ['ct-26-2016', 'cd-280-2023'],
        {
          label: ['Số nhiệm vụ hoàn thành đúng hạn', 'Tasks done on time'],
          of: ['Số nhiệm vụ đến hạn', 'Tasks due'],
        },
      ),
      item(
        'D19',
        'review',
        ['Không đùn đẩy, né tránh, sợ trách nhiệm', 'Work is not shifted to others or avoided'],
        [
          'Xem văn bản chuyển đi chuyển lại, hồ sơ để lâu không có ý kiến, việc bị cấp trên nhắc.',
          'See documents passed back and forth, files left without a decision, reminders from above.',
        ],
        ['ct-26-2016', 'cd-968-2023', 'nd-172-2025', 'nd-234-2026-8-4'],
      ),
      item(
        'D20',
        'rectification',
        [
          'Không hỏi ý kiến vòng vo về việc thuộc thẩm quyền',
          'No needless referral of matters within one’s own powers',
        ],
        [
          'Chọn năm văn bản xin ý kiến gần nhất; việc đã có quy định rõ và thuộc thẩm quyền là chưa đạt.',
          'Take the last five requests for opinion; a matter that is clearly ruled and within the unit’s powers is a fault.',
        ],
        ['cd-280-2023'],
      ),
      item(
        'D21',
        'rectification',
        [
          'Quy chế làm việc, phân công nhiệm vụ, vị trí việc làm được ban hành và cập nhật',
          'Work regulation, assignment of duties and job positions are issued and up to date',
        ],
        [
          'Văn bản phải ban hành hoặc sửa sau lần thay đổi tổ chức, nhân sự gần nhất; mỗi người có bản phân công.',
          'They must have been issued or amended since the last change of organisation or staff; everybody has an assignment.',
        ],
        ['luat-cbcc-2025'],
      ),
      item(
        'D22',
        'rectification',
        [
          'Có kế hoạch và thực hiện tự kiểm tra công vụ nội bộ',
          'The unit plans and carries out its own inspection of public duty',
        ],
        [
          'Xem kế hoạch năm, biên bản hoặc báo cáo tự kiểm tra, việc đã chấn chỉnh sau đó.',
          'See the yearly plan, minutes or reports of own checks, and what was mended after them.',
        ],
        ['ct-26-2016'],
      ),
      item(
        'D23',
        'review',
        ['Kết luận kiểm tra lần trước đã được khắc phục', 'The previous conclusion has been remedied'],
        [
          'Đối chiếu từng kiến nghị của kết luận trước với minh chứng; xem lỗi có lặp lại không.',
          'Compare each recommendation of the last conclusion with its proof; see whether the fault is back.',
        ],
        ['thong-bao-ket-luan'],
        {
          label: ['Số kiến nghị đã khắc phục', 'Recommendations carried out'],
          of: ['Số kiến nghị phải thực hiện', 'Recommendations to carry out'],
        },
      ),
      item(
        'D24',
        'review',
        [
          'Người đứng đầu xử lý kịp thời vi phạm của cấp dưới',
          'The head acts in time on violations by staff',
        ],
        [
          'Với mỗi vi phạm đã biết, xem ngày phát hiện, ngày xử lý, hình thức; để quá lâu không xử lý là chưa đạt.',
          'For each known violation see when it was found, when acted upon and how; leaving it untouched is a fault.',
        ],
        ['ct-26-2016', 'nd-172-2025'],
      ),
      item(
        'D25',
        'rectification',
        [
          'Định kỳ chuyển đổi vị trí công tác theo quy định',
          'Positions are rotated periodically as the law asks',
        ],
        [
          'Xem danh mục vị trí phải chuyển đổi, kế hoạch năm đã công khai và quyết định chuyển đổi.',
          'See the list of positions to rotate, the published yearly plan and the decisions.',
        ],
        ['luat-pctn-2026', 'nd-59-2019'],
      ),
      item(
        'D26',
        'rectification',
        [
          'Công khai trong cơ quan theo Luật Thực hiện dân chủ ở cơ sở',
          'Matters are made open inside the unit under the Law on Grassroots Democracy',
        ],
        [
          'Xem kế hoạch, nội dung, hình thức và thời điểm công khai: tài chính, mua sắm, bổ nhiệm, thi đua, kết luận.',
          'See plan, content, form and time of what was made open: finance, purchases, appointments, awards, conclusions.',
        ],
        ['luat-dan-chu-2022'],
      ),
      item(
        'D27',
        'rectification',
        [
          'Tiếp công dân đúng lịch, có sổ; người đứng đầu trực tiếp tiếp',
          'Citizens are received as scheduled and recorded; the head receives in person',
        ],
        [
          'Chủ tịch UBND cấp xã trực tiếp tiếp ít nhất 01 ngày mỗi tuần; người đứng đầu sở, đơn vị sự nghiệp ít nhất 01 ngày mỗi tháng. Xem lịch niêm yết, sổ tiếp công dân, thông báo kết luận việc tiếp công dân sau mỗi buổi và việc cập nhật Cơ sở dữ liệu quốc gia.',
          'The chairperson of a commune receives in person at least one day a week, the head of a department or public service unit at least one day a month. See the posted schedule, the reception book, the notice of conclusion after each session and the entries in the national database.',
        ],
        ['luat-tiep-cong-dan-2026', 'nd-154-2026'],
        {
          label: ['Số buổi người đứng đầu trực tiếp tiếp', 'Receptions held by the head in person'],
          of: ['Số buổi theo lịch', 'Receptions scheduled'],
        },
      ),
      item(
        'D28',
        'rectification',
        [
          'Khiếu nại, tố cáo đã thụ lý được giải quyết đúng hạn',
          'Accepted complaints and denunciations are settled on time',
        ],
        [
          'Xem sổ thụ lý và chọn ít nhất năm đơn; tính thời hạn giải quyết từ ngày thụ lý, trừ thời gian tạm đình chỉ. Giữ kín danh tính người tố cáo.',
          'See the register and take at least five; count the time for settling from the day of acceptance, less suspensions. Protect the identity of who denounces.',
        ],
        ['luat-khieu-nai-2026', 'luat-to-cao-2026', 'nd-156-2026'],
        {
          label: ['Số đơn giải quyết đúng hạn', 'Settled on time'],
          of: ['Số đơn đến hạn', 'Due'],
        },
      ),
      item(
        'D30',
        'rectification',
        [
          'Khiếu nại được thụ lý đúng hạn, hoặc trả lời rõ lý do không thụ lý',
          'Complaints are accepted in time, or the reason for not accepting is given',
        ],
        [
          'Với khiếu nại thuộc thẩm quyền, so ngày nhận đơn với ngày thông báo thụ lý: không quá 07 ngày làm việc. Đơn có nhiều nội dung phải được tách theo từng loại.',
          'For complaints within its powers compare the day of receipt with the notice of acceptance: at most seven working days. A petition about several matters must be split by kind.',
        ],
        ['luat-khieu-nai-2026', 'nd-155-2026-10'],
        {
          label: ['Số khiếu nại thụ lý đúng hạn', 'Complaints accepted in time'],
          of: ['Số khiếu nại đã nhận thuộc thẩm quyền', 'Complaints received within its powers'],
        },
      ),
      item(
        'D29',
        'reminder',
        [
          'Theo dõi, đánh giá, xếp loại công chức, viên chức theo tháng hoặc quý, gắn với sản phẩm công việc',
          'Civil servants and public employees are followed and rated by month or quarter, by the results of their work',
        ],
        [
          'Chọn ba hồ sơ của tháng hoặc quý gần nhất: công chức chấm trên 100 điểm (30 điểm tiêu chí chung, 70 điểm kết quả), trừ điểm khi sai sót, chậm tiến độ; xem việc đánh giá, xếp loại của chính cơ quan.',
          'Take three files of the last month or quarter: civil servants are scored out of 100 (30 general, 70 results), with points off for faults and delays; see the rating of the agency itself.',
        ],
        ['luat-cbcc-2025', 'nd-335-2025', 'nd-233-2026'],
      ),
    ],
  },
];
