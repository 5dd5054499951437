import { dateInFigures, dateInWords } from '../calendar/written-date.ts';
import type { ConclusionContent } from './conclusion-content.ts';
import { deadlineInWords } from './deadline-in-words.ts';
import { hasResults } from './has-results.ts';
import type { Notice, NoticePart } from './notice.ts';
import type { NoticeOverview } from './notice-overview.ts';
import { conclusionSubject, noticeSubject, teamName } from './notice-subject.ts';
import { overviewText } from './overview-text.ts';
import type { RequirementDeadline } from './requirement-deadline.ts';
import { officeLines } from './signer-office.ts';

/** Dates as `YYYY-MM-DD`. */
export interface NoticeFacts {
  /** Above the agency, as the head names it. */
  readonly superior: string | null;
  /** To whom the agency reports. */
  readonly reportsTo: string | null;
  /** In the head, a line each; where a sentence names it first, and again. */
  readonly agency: readonly string[];
  readonly agencyInFull: string;
  readonly agencyAgain: string;
  readonly place: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly signer: string | null;
  readonly signerAuthority: string | null;
  readonly signerTitle: string | null;
  readonly draftedBy: string | null;
  readonly roundName: string;
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly decidedBy: string;
  readonly overview: NoticeOverview;
  /** The inspected units that the reader may know of. */
  readonly units: readonly string[];
  readonly draft: ConclusionContent['draft'];
  /** Those that the reader sees, of `asked`. */
  readonly requirements: readonly {
    readonly unitName: string;
    readonly title: string;
    readonly text: string;
    readonly dueOn: string;
    readonly due: Pick<RequirementDeadline, 'unit' | 'amount' | 'event'>;
  }[];
  readonly asked: number;
}

/** Stands where a draft has nothing yet. */
const dots = '……';

/** A paragraph for each line. */
function texts(text: string | null | undefined): NoticePart[] {
  return (text ?? '')
    .split(/\n+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ kind: 'text', text: part }));
}

function results({ draft }: NoticeFacts): NoticePart[] {
  if (!hasResults(draft)) return texts(dots);
  const named: readonly (readonly [title: string, text: string | null | undefined])[] = [
    ['Ưu điểm', draft.strengths],
    ['Tồn tại, hạn chế', draft.shortcomings],
    ['Nguyên nhân', draft.causes],
    ['Kiến nghị', draft.recommendations],
  ];
  const said = named.filter(([, text]) => text?.trim());
  return [
    ...texts(draft.results),
    ...said.flatMap(([title, text], index): NoticePart[] => [
      { kind: 'heading', level: 2, text: `${index + 1}. ${title}` },
      ...texts(text),
    ]),
  ];
}

/** A day that was named is not counted to. */
function howCounted(requirements: NoticeFacts['requirements']): string {
  const counted = requirements.filter(({ due }) => due.unit !== 'date');
  if (counted.length === 0) return '';
  return counted.every(({ due }) => due.unit === 'working-day' && due.event === 'issue')
    ? '; thời hạn tính theo ngày làm việc, không kể ngày ban hành'
    : '; ngày ban hành, ngày ký biên bản không tính vào thời hạn';
}

function deadline(dueOn: string, due: NoticeFacts['requirements'][number]['due']): string {
  const words = deadlineInWords(due);
  return words === null ? dateInFigures(dueOn) : `${dateInFigures(dueOn)}\n(${words})`;
}

function demands({ requirements, asked, agencyAgain }: NoticeFacts): NoticePart[] {
  if (asked === 0) return texts('Không có yêu cầu khắc phục.');
  if (requirements.length === 0) return texts('Bản này không nêu yêu cầu đối với các đơn vị khác.');
  return [
    ...texts(
      `Các đơn vị dưới đây khắc phục và gửi báo cáo khắc phục về ${agencyAgain} theo thời hạn sau${howCounted(requirements)}.`,
    ),
    {
      kind: 'table',
      columns: ['TT', 'Đơn vị', 'Nội dung phát hiện', 'Yêu cầu', 'Thời hạn báo cáo'],
      rows: requirements.map(({ unitName, title, text, dueOn, due }, index) => [
        String(index + 1),
        unitName,
        title,
        text,
        deadline(dueOn, due),
      ]),
    },
  ];
}

function recipients({ overview, units, reportsTo, draftedBy, issuedOn }: NoticeFacts): string[] {
  // What an earlier release issued does not say who drafted it.
  const drafter = draftedBy ?? (issuedOn === null ? dots : null);
  return [
    ...(reportsTo === null ? [] : [`${reportsTo} (để báo cáo)`]),
    ...units,
    ...(units.length < overview.units.length ? ['Các đơn vị khác được kiểm tra'] : []),
    'Đoàn kiểm tra',
    drafter === null ? 'Lưu: VT' : `Lưu: VT, ${drafter}`,
  ];
}

function note({ issuedOn, requirements, asked }: NoticeFacts): string | null {
  if (issuedOn === null) return null;
  const copy = 'Bản tải để đọc, không thay văn bản đã ký';
  return requirements.length < asked ? `${copy}; chỉ nêu yêu cầu đối với đơn vị nhận` : copy;
}

/** The notice of a conclusion. Number, signature and seal are given outside of the system. */
export function writeNotice(facts: NoticeFacts): Notice {
  const { number, issuedOn, roundName, agencyInFull, agencyAgain } = facts;
  // What the number says it is: 12/KL-SNV is no notice.
  const isNotice = !/\/KL-/u.test(number ?? '');
  const head = (text: string): NoticePart => ({ kind: 'heading', level: 1, text });
  return {
    superior: facts.superior,
    agency: facts.agency,
    number: number ?? `${dots}/TB-${dots}`,
    dated: `${facts.place}, ${issuedOn === null ? `ngày ${dots} tháng ${dots} năm ${dots}` : dateInWords(issuedOn)}`,
    title: isNotice ? 'THÔNG BÁO' : 'KẾT LUẬN',
    subject: isNotice ? noticeSubject(roundName) : conclusionSubject(roundName),
    parts: [
      ...texts(
        `Căn cứ Quyết định số ${facts.decisionNo} ${dateInWords(facts.decisionDate)} của ${facts.decidedBy} về việc thành lập ${teamName(roundName)}; xét báo cáo của Trưởng đoàn kiểm tra, ${agencyInFull} ${isNotice ? 'thông báo kết luận' : 'kết luận'} như sau:`,
      ),
      head('I. KHÁI QUÁT'),
      ...overviewText(facts.overview, facts.units).flatMap(texts),
      head('II. KẾT QUẢ KIỂM TRA'),
      ...results(facts),
      head('III. YÊU CẦU KHẮC PHỤC'),
      ...demands(facts),
      ...texts(`Trên đây là kết luận kiểm tra, ${agencyAgain} thông báo để các đơn vị biết và thực hiện./.`),
    ],
    recipients: recipients(facts),
    office: officeLines(facts.signerAuthority, facts.signerTitle),
    signer: facts.signer ?? '',
    note: note(facts),
  };
}
