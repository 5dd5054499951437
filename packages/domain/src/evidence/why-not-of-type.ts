import type { ErrorKey } from '../error/catalogue.ts';

/** By how a media type begins. */
const reasons: readonly (readonly [RegExp, ErrorKey])[] = [
  [/^image\/hei[cf]/, 'evidence.is-heic'],
  [/^image\/svg|^text\/html|xml$/, 'evidence.is-markup'],
  [/^image\//, 'evidence.is-other-picture'],
  [/^(?:video|audio)\//, 'evidence.is-video'],
  [/^application\/(?:msword|vnd\.ms-(?:excel|powerpoint))$/, 'evidence.is-old-office'],
  [/macroenabled/i, 'evidence.has-macros'],
  [/^application\/.*(?:zip|rar|7z|tar)/, 'evidence.is-archive'],
  [/^application\/(?:x-msdownload|x-msdos-program|x-sh|x-executable)/, 'evidence.is-program'],
  [/^text\//, 'evidence.is-text'],
];

/** Why a file that is said to be of a type cannot be evidence. */
export function whyNotOfType(mediaType: unknown): ErrorKey {
  if (typeof mediaType !== 'string') return 'evidence.kind-unknown';
  return reasons.find(([beginning]) => beginning.test(mediaType))?.[1] ?? 'evidence.kind-unknown';
}
