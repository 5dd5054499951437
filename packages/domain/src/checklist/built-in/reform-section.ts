import type { ChecklistSection } from '../checklist.ts';
import { item } from './item.ts';

/** Administrative reform, documents and the quality system: R01, R02. */
export const reformSection: ChecklistSection = {
  code: 'G7',
  title: { vi: 'Cải cách hành chính, văn bản, ISO', en: 'Reform, documents, ISO' },
  items: [
    item(
      'R01',
      'rectification',
      [
        'Kế hoạch, báo cáo cải cách hành chính đúng hạn; văn bản điện tử ký số đầy đủ',
        'Reform plan and reports are in time; all documents are electronic and signed',
      ],
      [
        'Xem kế hoạch năm, báo cáo kỳ, nhiệm vụ hoàn thành; mọi văn bản đi (trừ văn bản mật) phải là văn bản điện tử ký số, không gửi kèm bản giấy.',
        'See the yearly plan, periodic reports and tasks done; all outgoing documents except secret ones must be electronic and signed, with no paper copy sent along.',
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
        'Hệ thống quản lý chất lượng ISO 9001: công bố còn hiệu lực, có đánh giá nội bộ và xem xét của lãnh đạo trong 12 tháng',
        'ISO 9001 quality system: declaration in force, internal audit and management review within 12 months',
      ],
      [
        'Xem bản công bố và phạm vi, báo cáo đánh giá nội bộ và biên bản xem xét của lãnh đạo gần nhất; sau sắp xếp đơn vị phải công bố lại.',
        'See the declaration and its scope, the latest internal audit report and management review minutes; after a reorganisation the system must be declared again.',
      ],
      ['qd-19-2014'],
    ),
  ],
};
