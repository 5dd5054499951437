import { AlignmentType, Packer, type Paragraph, type Table } from 'docx';
import {
  body,
  documentFoot,
  documentHead,
  heading,
  line,
  officialDocument,
  ruledTable,
} from './official-document.ts';

/** Dates as `YYYY-MM-DD`. */
export interface ConclusionFacts {
  readonly superior: string | null;
  readonly agency: string;
  readonly place: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly signer: string | null;
  readonly signerTitle: string | null;
  readonly roundName: string;
  readonly decisionNo: string;
  readonly decisionDate: string;
  readonly decidedBy: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly units: readonly string[];
  readonly draft: {
    readonly results?: string | null | undefined;
    readonly strengths?: string | null | undefined;
    readonly shortcomings?: string | null | undefined;
    readonly causes?: string | null | undefined;
    readonly recommendations?: string | null | undefined;
  };
  readonly requirements: readonly {
    readonly code: string | null;
    readonly unitName: string;
    readonly title: string;
    readonly text: string;
    readonly dueOn: string;
    readonly dueInWorkingDays: number;
  }[];
  /** Only a part of the requirements is in it: the reader is one of several units. */
  readonly extract: boolean;
}

const written = (date: string) => date.split('-').reverse().join('/');

function sections(facts: ConclusionFacts): (Paragraph | Table)[] {
  const { draft } = facts;
  const parts: readonly (readonly [title: string, text: string | null | undefined])[] = [
    ['Ưu điểm', draft.strengths],
    ['Tồn tại, hạn chế', draft.shortcomings],
    ['Nguyên nhân', draft.causes],
    ['Kiến nghị', draft.recommendations],
  ];
  const said = parts.filter(([, text]) => text?.trim());
  return [
    ...body(draft.results ?? ''),
    ...said.flatMap(([title, text], index) => [heading(`${index + 1}. ${title}`), ...body(text ?? '')]),
  ];
}

function requirementTable({ requirements }: ConclusionFacts): (Paragraph | Table)[] {
  if (requirements.length === 0) return body('Không có yêu cầu khắc phục.');
  return [
    ...body(
      'Các đơn vị sau khắc phục và trả lời theo thời hạn; thời hạn tính theo ngày làm việc, không kể ngày ban hành.',
    ),
    line('', { spacing: { line: 120 } }),
    ruledTable(
      ['TT', 'Đơn vị', 'Nội dung phát hiện', 'Yêu cầu', 'Thời hạn trả lời'],
      requirements.map(({ code, unitName, title, text, dueOn, dueInWorkingDays }, index) => [
        `${index + 1}${code ? `\n${code}` : ''}`,
        unitName,
        title,
        text,
        `${written(dueOn)}\n(${dueInWorkingDays} ngày làm việc)`,
      ]),
      [12, 20, 26, 26, 16],
    ),
  ];
}

/**
 * The notice of conclusion in the official form of Nghị định 30/2020/NĐ-CP (Điều 8, Phụ lục I), as the bytes of a
 * .docx. Number, signature and seal are given outside of the system.
 */
export async function conclusionDocument(facts: ConclusionFacts): Promise<Uint8Array> {
  const centre = { alignment: AlignmentType.CENTER };
  const { number, issuedOn, signer, signerTitle } = facts;
  const subject = `Kết luận ${facts.roundName.charAt(0).toLocaleLowerCase('vi')}${facts.roundName.slice(1)}`;
  const document = officialDocument(`Thông báo: ${subject}`, [
    documentHead({ ...facts, number: number ?? '……/TB-……', date: issuedOn }),
    line('THÔNG BÁO', { ...centre, bold: true, spacing: { before: 360 } }),
    line(subject, { ...centre, bold: true }),
    ...(facts.extract
      ? [line('(Bản trích: chỉ gồm yêu cầu đối với đơn vị nhận)', { ...centre, italics: true })]
      : []),
    ...body(
      `Căn cứ Quyết định số ${facts.decisionNo} ngày ${written(facts.decisionDate)} của ${facts.decidedBy} về việc thành lập đoàn kiểm tra; xét báo cáo của Trưởng đoàn kiểm tra, ${facts.agency} thông báo kết luận như sau:`,
    ),
    heading('I. KHÁI QUÁT'),
    ...body(
      `Từ ngày ${written(facts.startsOn)} đến ngày ${written(facts.endsOn)}, Đoàn kiểm tra đã làm việc tại: ${facts.units.join('; ')}.`,
    ),
    heading('II. KẾT QUẢ KIỂM TRA'),
    ...sections(facts),
    heading('III. YÊU CẦU KHẮC PHỤC'),
    ...requirementTable(facts),
    line('', { spacing: { before: 240 } }),
    documentFoot(
      [...facts.units, facts.decidedBy, 'Đoàn kiểm tra', 'Lưu: VT'],
      signerTitle ?? '',
      signer ?? '',
    ),
  ]);
  return Packer.toBuffer(document);
}
