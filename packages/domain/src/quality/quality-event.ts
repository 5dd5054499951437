/** Dated steps of a quality system that are recorded by hand; audits and reviews are records of their own. */
export const qualityEventKinds = [
  'build',
  'apply',
  'declare',
  'redeclare',
  'scope-changed',
  'close',
] as const;
export type QualityEventKind = (typeof qualityEventKinds)[number];
