import type { Notice, NoticePart } from '@kycuong/domain/conclusion/notice.ts';
import { LineRuleType, Packer, type Paragraph, type Table } from 'docx';
import { documentFoot } from './document-foot.ts';
import { documentHead, documentTitle } from './document-head.ts';
import { ruledTable } from './document-tables.ts';
import { body, heading, line, officialDocument } from './official-document.ts';

/** Number, unit, finding, demand, deadline; in millimetres. */
const columnWidths = [9, 34, 42, 48, 27];

/** What stands before a table or the signature keeps to it. */
function written(part: NoticePart, next: NoticePart | undefined): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text, part.level)];
    case 'text':
      return body(part.text, { keepNext: next?.kind !== 'text' && next?.kind !== 'heading' });
    case 'table':
      return [
        line('', { spacing: { line: 120, lineRule: LineRuleType.EXACT }, keepNext: true }),
        ruledTable(part.columns, part.rows, columnWidths),
      ];
  }
}

/** The notice in the official form of Nghị định 30/2020/NĐ-CP (Điều 8, Phụ lục I), as the bytes of a .docx. */
export async function conclusionDocument(notice: Notice): Promise<Uint8Array> {
  const { title, subject, parts, note } = notice;
  const document = officialDocument(
    `${title}: ${subject}`,
    [
      documentHead(notice),
      ...documentTitle(notice),
      ...parts.flatMap((part, index) => written(part, parts[index + 1])),
      line('', { keepNext: true }),
      documentFoot(notice),
    ],
    note,
  );
  return Packer.toBuffer(document);
}
