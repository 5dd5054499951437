import * as z from 'zod/mini';
import { PlainDate } from '../calendar/plain-date-schema.ts';
import { optionalLine, optionalText, requiredLine } from '../input/bounded-text.ts';
import { Id } from '../input/id.ts';
import { officialNumber } from '../input/official-number.ts';
import { Seen } from '../input/seen.ts';
import { signingAuthority, signsForAnother } from './signer-office.ts';

/** The conclusion goes out for the decision-maker; deadlines run from `issuedOn`, which is not counted. */
export const IssueConclusion = z
  .object({
    conclusionId: Id,
    /** Thông báo, or kết luận where the agency calls it so. */
    number: officialNumber(['TB', 'KL'], 'conclusion.number-form'),
    issuedOn: PlainDate,
    signer: requiredLine(200),
    /** For whom it is signed, where not by the head for themselves: `KT. GIÁM ĐỐC`, `TM. ỦY BAN NHÂN DÂN`. */
    signerAuthority: optionalLine(200),
    signerTitle: requiredLine(200),
    /** The part of the agency that drafted it, in its abbreviation, under which the copy is filed. */
    draftedBy: requiredLine(60),
    /** What the inspection showed, where the leader's draft says nothing of it. */
    results: optionalText(10_000),
    /** The version of the draft that was looked at, with the days by which the units are to answer. */
    seen: Seen,
  })
  .check(
    z.refine(({ signerAuthority }) => !signerAuthority || signingAuthority.test(signerAuthority), {
      error: 'conclusion.authority-form',
      path: ['signerAuthority'],
    }),
    z.refine(({ signerAuthority, signerTitle }) => !!signerAuthority || !signsForAnother(signerTitle), {
      error: 'conclusion.authority-needed',
      path: ['signerAuthority'],
    }),
  );
export type IssueConclusion = z.infer<typeof IssueConclusion>;
