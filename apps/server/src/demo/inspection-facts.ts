import type { Conformity } from '@kycuong/domain/checklist/conformity.ts';
import type { Severity } from '@kycuong/domain/finding/severity.ts';
import type { Drawing } from './pictures.ts';

/** What an inspector of the story saw on one checklist line. */
export interface SeenFault {
  readonly itemCode: string;
  readonly conformity: Conformity;
  readonly count?: number;
  readonly note: string;
  readonly title: string;
  readonly description: string;
  readonly severity: Severity;
  readonly requirement: string;
  readonly photo?: Drawing;
}

export const cameraDead: SeenFault = {
  itemCode: 'E01',
  conformity: 'nonconform',
  note: 'Camera quầy 2 và quầy 3 không có hình; màn hình trung tâm báo mất kết nối.',
  title: 'Camera Trung tâm Phục vụ hành chính công mất kết nối',
  description:
    'Tại thời điểm kiểm tra, hai camera ở quầy 2 và quầy 3 không hoạt động, không truyền hình về trung tâm; sổ theo dõi thiết bị không ghi ngày hỏng.',
  severity: 'rectification',
  requirement: 'Giải trình việc camera mất kết nối, sửa chữa và lập sổ theo dõi thiết bị.',
  photo: 'camera',
};

export const postingMissing: SeenFault = {
  itemCode: 'M01',
  conformity: 'partial',
  count: 93,
  note: '14 thủ tục đất đai công bố tháng 8 chưa có trên bảng. Cán bộ quầy 3 nói chưa nhận được bản in.',
  title: 'Niêm yết thiếu 14 trên 107 thủ tục hành chính',
  description:
    'Bảng niêm yết có 93 trên 107 thủ tục phải niêm yết. 14 thủ tục thiếu đều thuộc lĩnh vực đất đai.',
  severity: 'rectification',
  requirement: 'Niêm yết đủ thủ tục và có biện pháp để không chậm niêm yết khi có quyết định công bố mới.',
  photo: 'board',
};

export const apologyMissing: SeenFault = {
  itemCode: 'M16',
  conformity: 'nonconform',
  count: 9,
  note: '9 hồ sơ đất đai quá hạn, không có văn bản xin lỗi.',
  title: '9 hồ sơ đất đai quá hạn không có văn bản xin lỗi',
  description:
    'Theo phần mềm một cửa có 9 hồ sơ đất đai trả sau hạn mà không có văn bản xin lỗi và đề nghị gia hạn (Mẫu số 04).',
  severity: 'rectification',
  requirement: 'Gửi văn bản xin lỗi cho 9 trường hợp và kiểm soát việc xin lỗi khi quá hạn.',
};

export const ratingNotIntegrated: SeenFault = {
  itemCode: 'E02',
  conformity: 'nonconform',
  note: 'Thiết bị bật được nhưng kết quả không về phần mềm.',
  title: 'Thiết bị đánh giá hài lòng không tích hợp phần mềm',
  description:
    'Thiết bị đánh giá ở ba quầy hoạt động nhưng kết quả không chuyển về phần mềm một cửa, đơn vị và tỉnh không xem được.',
  severity: 'rectification',
  requirement: 'Phối hợp đơn vị cung cấp kết nối thiết bị đánh giá với phần mềm một cửa.',
  photo: 'counter',
};

export const cardNotWorn: SeenFault = {
  itemCode: 'D10',
  conformity: 'partial',
  note: 'Hai công chức quầy tiếp nhận không đeo thẻ.',
  title: 'Công chức không đeo thẻ khi làm nhiệm vụ',
  description: 'Hai trên sáu công chức tại Bộ phận Một cửa không đeo thẻ công chức khi tiếp dân.',
  severity: 'reminder',
  requirement: 'Nhắc nhở và kiểm tra việc đeo thẻ công chức hằng ngày.',
};
