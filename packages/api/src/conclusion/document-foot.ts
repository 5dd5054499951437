import type { Notice } from '@kycuong/domain/conclusion/notice.ts';
import { AlignmentType, type Table } from 'docx';
import { sideBySide } from './document-tables.ts';
import { line, points } from './official-document.ts';

const centre = { alignment: AlignmentType.CENTER };
/** Room for signature and seal, in twentieths of a point. */
const signatureRoom = 1400;

/** Where the document goes, beside the signer's office and name. */
export function documentFoot({ recipients, office, signer }: Notice): Table {
  return sideBySide(
    [
      line('Nơi nhận:', { bold: true, italics: true, size: points(12) }),
      ...recipients.map((name, index) =>
        line(`- ${name}${index === recipients.length - 1 ? '.' : ';'}`, { size: points(11) }),
      ),
    ],
    [
      ...office.map((words) => line(words, { ...centre, bold: true })),
      line(signer, { ...centre, bold: true, spacing: { before: signatureRoom } }),
    ],
    [80, 80],
  );
}
