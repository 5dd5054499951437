/** Dated steps of a quality system that are recorded by hand; audits and reviews are records of their own. */
export const qualityEventKinds = [
  'build',
  'apply',
  'effect-confirmed',
  'declare',
  'notified',
  'posted',
  'published',
  'redeclare',
  'scope-changed',
  'close',
] as const;
export type QualityEventKind = (typeof qualityEventKinds)[number];

/**
 * What the head owes after declaring, first or again (Decision 19/2014/QĐ-TTg, Art. 4 cl. 3): written notice to the
 * department of science and technology, posting at the office, the website where there is one.
 */
export const declarationDuties = ['notified', 'posted', 'published'] as const;
export type DeclarationDuty = (typeof declarationDuties)[number];

export function isDuty(kind: string): kind is DeclarationDuty {
  return declarationDuties.some((duty) => duty === kind);
}
