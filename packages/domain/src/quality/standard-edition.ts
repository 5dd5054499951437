import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { SourceMark } from '../calendar/source-mark.ts';
import { requiredLine } from '../input/bounded-text.ts';

export const EditionId = z.string().check(z.maxLength(40), z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
export type EditionId = z.infer<typeof EditionId>;

/**
 * An edition of the standard; without `effectiveFrom` it is only announced. State agencies go over to it as the Ministry of
 * Science and Technology guides (Decision 19/2014/QĐ-TTg, Art. 4), so its days are a setting, with the document that gives
 * them as `source`. Editions come with a release, and a system stays with the one under which it was begun.
 */
export const StandardEdition = z.object({
  id: EditionId,
  title: requiredLine(200),
  effectiveFrom: z.nullable(PlainDate),
  /** First day on which a newer edition stands in its place. Systems may still point to it. */
  supersededOn: z.nullable(PlainDate),
  source: requiredLine(300),
  mark: SourceMark,
});
export type StandardEdition = z.infer<typeof StandardEdition>;

const byGuidance =
  'cơ quan nhà nước chuyển đổi theo hướng dẫn của Bộ Khoa học và Công nghệ: ghi ngày và văn bản';

/** Sources under which editions were shipped before; where one still stands so, it is corrected. */
export const earlierEditionSources: readonly string[] = [
  'Ngày ban hành và ngày hết chuyển đổi của ISO; ngày của TCVN cần kiểm tra lại',
  'Ngày ban hành của ISO; ngày của TCVN cần kiểm tra lại',
];

export const builtInEditions: readonly StandardEdition[] = [
  {
    id: 'iso-9001-2008',
    title: 'TCVN ISO 9001:2008',
    effectiveFrom: '2008-11-15',
    supersededOn: '2018-09-15',
    source: `Ngày ban hành và ngày hết chuyển đổi của ISO; ${byGuidance}`,
    mark: 'M',
  },
  {
    id: 'iso-9001-2015',
    title: 'TCVN ISO 9001:2015',
    effectiveFrom: '2015-09-15',
    supersededOn: null,
    source: `Ngày ban hành của ISO; ${byGuidance}`,
    mark: 'M',
  },
  {
    id: 'iso-9001-2026',
    title: 'ISO 9001:2026',
    effectiveFrom: null,
    supersededOn: null,
    source: 'Đã qua bản dự thảo cuối (4/2026); chưa xác nhận ban hành và chấp nhận thành TCVN',
    mark: 'M',
  },
];

/** Editions that may be chosen for a new system on a date. */
export function isEditionInForce(edition: StandardEdition, on: PlainDate): boolean {
  return (
    edition.effectiveFrom !== null &&
    edition.effectiveFrom <= on &&
    (edition.supersededOn === null || on < edition.supersededOn)
  );
}
