import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { loadConclusion } from './load-conclusion.ts';
import { noticeOf } from './notice-of.ts';
import { requirementRows } from './requirement-rows.ts';

/** The conclusion as a Word document, with what the person may see of it. */
export const downloadConclusion = query({
  input: z.object({ conclusionId: Id }),
  run: async ({ tx, actor, input, now }) => {
    const loaded = await loadConclusion(tx, actor, input.conclusionId);
    const { conclusion, content, round } = loaded;
    const day = conclusion.issuedOn ?? dateInVietnam(now);
    const requirements = await requirementRows(tx, conclusion.id, content.requirements, day);
    // Loaded when first asked for: what writes Word files is large.
    const { conclusionDocument } = await import('./conclusion-document.ts');
    const bytes = await conclusionDocument(await noticeOf(tx, loaded, requirements, now));
    const name = (conclusion.number ?? round.code).replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const kind = /-KL-/u.test(name) ? 'ket-luan' : 'thong-bao-ket-luan';
    return { bytes, fileName: `${kind}-${name}.docx` };
  },
});
