import type { LegalBasis } from '../../legal-basis.ts';

/** Title of a document in Vietnamese and English. */
export type Title = readonly [vi: string, en: string];

interface Shipped extends Pick<LegalBasis, 'id' | 'mark' | 'source'> {
  readonly title: Title;
  readonly number: string | null;
  readonly article?: string;
  readonly from: string;
  /** First day on which it no longer holds, and what holds then. */
  readonly until?: string;
  readonly replacedBy?: string[];
}

/** Writes a provision as the built-in lists hold it. */
export function basis({
  title: [title, titleEn],
  article = '',
  from,
  until = '',
  replacedBy = [],
  ...rest
}: Shipped): LegalBasis {
  return {
    ...rest,
    title,
    titleEn,
    article: article || null,
    effectiveFrom: from,
    effectiveUntil: until || null,
    replacedBy,
  };
}
