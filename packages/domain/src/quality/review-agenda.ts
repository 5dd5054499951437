import type { SourceMark } from '../calendar/source-mark.ts';

type Agenda = { readonly vi: string; readonly en: string; readonly mark: SourceMark };

/** What a management review must look at: ISO 9001:2015, 9.3.2, by its letters. */
export const reviewInputs = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
export type ReviewInput = (typeof reviewInputs)[number];

export const reviewInputTexts: Readonly<Record<ReviewInput, Agenda>> = {
  a: {
    vi: 'Tình trạng thực hiện các hành động từ lần xem xét trước',
    en: 'Status of actions from previous reviews',
    mark: 'M',
  },
  b: {
    vi: 'Thay đổi về các vấn đề bên ngoài, bên trong liên quan đến hệ thống',
    en: 'Changes in external and internal issues',
    mark: 'M',
  },
  c: {
    vi: 'Kết quả thực hiện: hài lòng và phản hồi của người dân, mục tiêu chất lượng, quá trình và sự phù hợp, sự không phù hợp và khắc phục, kết quả theo dõi, kết quả đánh giá, bên cung cấp bên ngoài',
    en: 'Performance: satisfaction and feedback, objectives, processes and conformity, nonconformities and corrective actions, monitoring results, audit results, external providers',
    mark: 'M',
  },
  d: { vi: 'Sự đầy đủ của nguồn lực', en: 'Adequacy of resources', mark: 'M' },
  e: {
    vi: 'Hiệu lực của các hành động giải quyết rủi ro và cơ hội',
    en: 'Effectiveness of actions on risks and opportunities',
    mark: 'M',
  },
  f: { vi: 'Cơ hội cải tiến', en: 'Opportunities for improvement', mark: 'M' },
};

/** What it must decide on: ISO 9001:2015, 9.3.3. */
export const reviewOutputs = ['improvement', 'system-changes', 'resources'] as const;
export type ReviewOutput = (typeof reviewOutputs)[number];

export const reviewOutputTexts: Readonly<Record<ReviewOutput, Agenda>> = {
  improvement: { vi: 'Cơ hội cải tiến', en: 'Opportunities for improvement', mark: 'M' },
  'system-changes': {
    vi: 'Nhu cầu thay đổi hệ thống quản lý chất lượng',
    en: 'Need for changes to the quality management system',
    mark: 'M',
  },
  resources: { vi: 'Nhu cầu về nguồn lực', en: 'Resource needs', mark: 'M' },
};
