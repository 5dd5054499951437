import type { ChecklistSection } from '../checklist.ts';
import { item } from './item.ts';

/** Administrative reform, documents and the quality system: R01 to R03. */
export const reformSection: ChecklistSection = {
  code: 'G7',
  title: { vi: 'Cải cách hành chính, văn bản, ISO', en: 'Reform, documents, ISO' },
  items: [
    item(
      'R01',
      'rectification',
      [
        'Kế hoạch, báo cáo cải cách hành chính đúng hạn; nhiệm vụ trong kế hoạch được hoàn thành',
        'Reform plan and reports are in time; the tasks of the plan are done',
      ],
      [
        'Xem kế hoạch năm, báo cáo kỳ, sản phẩm của từng nhiệm vụ đến hạn.',
        'See the yearly plan, the periodic reports and the result of every task that was due.',
      ],
      ['nq-76-2021'],
      {
        label: ['Số nhiệm vụ đã hoàn thành', 'Tasks done'],
        of: ['Số nhiệm vụ trong kế hoạch', 'Tasks in the plan'],
      },
    ),
    item(
      'R02',
      'rectification',
      [
        'Hệ thống quản lý chất lượng đã công bố đúng phạm vi hiện hành; có đánh giá nội bộ và xem xét của lãnh đạo trong 12 tháng',
        'The quality management system is declared for its present scope; internal audit and management review within 12 months',
      ],
      [
        'Bản công bố không có thời hạn: xem phạm vi có đúng các thủ tục đang giải quyết không; khi điều chỉnh, mở rộng, thu hẹp phạm vi thì phải công bố lại. Xem báo cáo đánh giá nội bộ, biên bản xem xét của lãnh đạo gần nhất.',
        'A declaration has no term: see whether its scope is that of the procedures handled now; when the scope is changed, widened or narrowed it must be declared again. See the latest internal audit report and management review minutes.',
      ],
      ['qd-19-2014', 'tt-26-2014'],
    ),
    item(
      'R03',
      'rectification',
      [
        'Văn bản đi là văn bản điện tử ký số, không gửi kèm bản giấy; phát hành đúng hạn',
        'Outgoing documents are electronic and signed, without paper copies, and go out in time',
      ],
      [
        'Chọn mười văn bản đi, trừ văn bản mật: có chữ ký số của người ký và của cơ quan; phát hành trong ngày ký, chậm nhất ngày làm việc tiếp theo; không gửi kèm bản giấy.',
        'Take ten outgoing documents, secret ones apart: digitally signed by the person and the agency; sent on the day of signing, at latest on the next working day; no paper copy sent along.',
      ],
      ['nd-30-2020-5', 'nd-30-2020-18-1'],
      {
        label: ['Số văn bản đi đúng quy định', 'Outgoing documents in order'],
        of: ['Số văn bản đi lấy mẫu', 'Outgoing documents sampled'],
      },
    ),
  ],
};
