import type { SourceMark } from '../calendar/source-mark.ts';

/** A clause of an edition of the standard; `parent` is null for the seven main ones, the title where it has none. */
export type Clause = {
  readonly no: string;
  readonly parent: string | null;
  readonly vi: string | null;
  readonly en: string | null;
  readonly mark: SourceMark;
};

function clause(no: string, vi: string | null = null, en: string | null = null): Clause {
  const level = no.split('.').length;
  const parent = level === 1 ? null : no.slice(0, no.lastIndexOf('.'));
  return { no, parent, vi, en, mark: level > 2 ? 'M' : 'V' };
}

/** TCVN ISO 9001:2015. First and second level checked against its table of contents; the third is from memory, where some have no title. */
export const clauses2015: readonly Clause[] = [
  clause('4', 'Bối cảnh của tổ chức', 'Context of the organization'),
  clause('4.1', 'Hiểu tổ chức và bối cảnh của tổ chức', 'Understanding the organization and its context'),
  clause(
    '4.2',
    'Hiểu nhu cầu và mong đợi của các bên quan tâm',
    'Understanding the needs and expectations of interested parties',
  ),
  clause(
    '4.3',
    'Xác định phạm vi của hệ thống quản lý chất lượng',
    'Determining the scope of the quality management system',
  ),
  clause(
    '4.4',
    'Hệ thống quản lý chất lượng và các quá trình của hệ thống',
    'Quality management system and its processes',
  ),
  clause('5', 'Sự lãnh đạo', 'Leadership'),
  clause('5.1', 'Sự lãnh đạo và cam kết', 'Leadership and commitment'),
  clause('5.1.1', 'Khái quát', 'General'),
  clause('5.1.2', 'Hướng vào khách hàng', 'Customer focus'),
  clause('5.2', 'Chính sách', 'Policy'),
  clause('5.2.1', 'Thiết lập chính sách chất lượng', 'Establishing the quality policy'),
  clause('5.2.2', 'Trao đổi thông tin về chính sách chất lượng', 'Communicating the quality policy'),
  clause(
    '5.3',
    'Vai trò, trách nhiệm và quyền hạn trong tổ chức',
    'Organizational roles, responsibilities and authorities',
  ),
  clause('6', 'Hoạch định', 'Planning'),
  clause('6.1', 'Hành động giải quyết rủi ro và cơ hội', 'Actions to address risks and opportunities'),
  clause('6.1.1'),
  clause('6.1.2'),
  clause(
    '6.2',
    'Mục tiêu chất lượng và hoạch định để đạt được mục tiêu',
    'Quality objectives and planning to achieve them',
  ),
  clause('6.2.1'),
  clause('6.2.2'),
  clause('6.3', 'Hoạch định các thay đổi', 'Planning of changes'),
  clause('7', 'Hỗ trợ', 'Support'),
  clause('7.1', 'Nguồn lực', 'Resources'),
  clause('7.1.1', 'Khái quát', 'General'),
  clause('7.1.2', 'Con người', 'People'),
  clause('7.1.3', 'Cơ sở hạ tầng', 'Infrastructure'),
  clause(
    '7.1.4',
    'Môi trường cho việc thực hiện các quá trình',
    'Environment for the operation of processes',
  ),
  clause('7.1.5', 'Nguồn lực theo dõi và đo lường', 'Monitoring and measuring resources'),
  clause('7.1.6', 'Tri thức của tổ chức', 'Organizational knowledge'),
  clause('7.2', 'Năng lực', 'Competence'),
  clause('7.3', 'Nhận thức', 'Awareness'),
  clause('7.4', 'Trao đổi thông tin', 'Communication'),
  clause('7.5', 'Thông tin dạng văn bản', 'Documented information'),
  clause('7.5.1', 'Khái quát', 'General'),
  clause('7.5.2', 'Tạo lập và cập nhật', 'Creating and updating'),
  clause('7.5.3', 'Kiểm soát thông tin dạng văn bản', 'Control of documented information'),
  clause('8', 'Thực hiện', 'Operation'),
  clause('8.1', 'Hoạch định và kiểm soát việc thực hiện', 'Operational planning and control'),
  clause('8.2', 'Yêu cầu đối với sản phẩm và dịch vụ', 'Requirements for products and services'),
  clause('8.2.1', 'Trao đổi thông tin với khách hàng', 'Customer communication'),
  clause(
    '8.2.2',
    'Xác định các yêu cầu đối với sản phẩm và dịch vụ',
    'Determining the requirements for products and services',
  ),
  clause(
    '8.2.3',
    'Xem xét các yêu cầu đối với sản phẩm và dịch vụ',
    'Review of the requirements for products and services',
  ),
  clause(
    '8.2.4',
    'Thay đổi yêu cầu đối với sản phẩm và dịch vụ',
    'Changes to requirements for products and services',
  ),
  clause(
    '8.3',
    'Thiết kế và phát triển sản phẩm, dịch vụ',
    'Design and development of products and services',
  ),
  clause('8.3.1', 'Khái quát', 'General'),
  clause('8.3.2', 'Hoạch định thiết kế và phát triển', 'Design and development planning'),
  clause('8.3.3', 'Đầu vào của thiết kế và phát triển', 'Design and development inputs'),
  clause('8.3.4', 'Kiểm soát thiết kế và phát triển', 'Design and development controls'),
  clause('8.3.5', 'Đầu ra của thiết kế và phát triển', 'Design and development outputs'),
  clause('8.3.6', 'Thay đổi thiết kế và phát triển', 'Design and development changes'),
  clause(
    '8.4',
    'Kiểm soát quá trình, sản phẩm và dịch vụ do bên ngoài cung cấp',
    'Control of externally provided processes, products and services',
  ),
  clause('8.4.1', 'Khái quát', 'General'),
  clause('8.4.2', 'Loại và mức độ kiểm soát', 'Type and extent of control'),
  clause('8.4.3', 'Thông tin cho nhà cung cấp bên ngoài', 'Information for external providers'),
  clause('8.5', 'Sản xuất và cung cấp dịch vụ', 'Production and service provision'),
  clause('8.5.1', 'Kiểm soát sản xuất và cung cấp dịch vụ', 'Control of production and service provision'),
  clause('8.5.2', 'Nhận biết và truy xuất nguồn gốc', 'Identification and traceability'),
  clause(
    '8.5.3',
    'Tài sản của khách hàng hoặc nhà cung cấp bên ngoài',
    'Property belonging to customers or external providers',
  ),
  clause('8.5.4', 'Bảo toàn', 'Preservation'),
  clause('8.5.5', 'Hoạt động sau giao hàng', 'Post-delivery activities'),
  clause('8.5.6', 'Kiểm soát thay đổi', 'Control of changes'),
  clause('8.6', 'Thông qua sản phẩm và dịch vụ', 'Release of products and services'),
  clause('8.7', 'Kiểm soát đầu ra không phù hợp', 'Control of nonconforming outputs'),
  clause('8.7.1'),
  clause('8.7.2'),
  clause('9', 'Đánh giá kết quả thực hiện', 'Performance evaluation'),
  clause(
    '9.1',
    'Theo dõi, đo lường, phân tích và đánh giá',
    'Monitoring, measurement, analysis and evaluation',
  ),
  clause('9.1.1', 'Khái quát', 'General'),
  clause('9.1.2', 'Sự thỏa mãn của khách hàng', 'Customer satisfaction'),
  clause('9.1.3', 'Phân tích và đánh giá', 'Analysis and evaluation'),
  clause('9.2', 'Đánh giá nội bộ', 'Internal audit'),
  clause('9.2.1'),
  clause('9.2.2'),
  clause('9.3', 'Xem xét của lãnh đạo', 'Management review'),
  clause('9.3.1', 'Khái quát', 'General'),
  clause('9.3.2', 'Đầu vào của xem xét', 'Management review inputs'),
  clause('9.3.3', 'Đầu ra của xem xét', 'Management review outputs'),
  clause('10', 'Cải tiến', 'Improvement'),
  clause('10.1', 'Khái quát', 'General'),
  clause('10.2', 'Sự không phù hợp và hành động khắc phục', 'Nonconformity and corrective action'),
  clause('10.2.1'),
  clause('10.2.2'),
  clause('10.3', 'Cải tiến liên tục', 'Continual improvement'),
];
