import type { ErrorKey } from '../error/catalogue.ts';
import { type AttachEvidence, evidenceMediaTypes } from './attach-evidence.ts';
import { isOfMediaType } from './media-signature.ts';

type MediaType = AttachEvidence['mediaType'];

/** Beginnings in Latin-1 of what people try to send. */
const beginnings: readonly (readonly [RegExp, ErrorKey])[] = [
  [/^.{4}ftyp(?:heic|heix|heim|heis|hevc|hevx|mif1|msf1)/s, 'evidence.is-heic'],
  [/^.{4}ftyp(?:avif|avis)/s, 'evidence.is-other-picture'],
  [/^.{4}(?:ftyp|moov|mdat|wide)/s, 'evidence.is-video'],
  [/^(?:GIF8|BM.{4}\0\0\0\0|II\*\0|MM\0\*)/s, 'evidence.is-other-picture'],
  [
    /^(?:\p{Cc}E\xdf\xa3|RIFF.{4}(?:AVI |WAVE)|ID3|OggS|fLaC|#!AMR|\0\0\p{Cc}[\xb3\xba])/su,
    'evidence.is-video',
  ],
  [/^(?:Rar!|7z\xbc\xaf|\p{Cc}\x8b|BZh)/su, 'evidence.is-archive'],
  [/^(?:MZ|\p{Cc}ELF|\xca\xfe\xba\xbe|[\xcf\xce]\xfa\xed\xfe|#!)/su, 'evidence.is-program'],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|!--|svg|html|head|body|script|meta)/i, 'evidence.is-markup'],
];

const isText = (text: string) => /^[\t\n\r -~\x80-\xff]+$/.test(text);

/** Each byte as one character; the decoder of that name makes other letters of some. */
const byBytes = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
const latin1 = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);
/** Names in the directory of an old Office file are in UTF-16. */
const wide = (name: string) => Array.from(name, (letter) => `${letter}\0`).join('');

function whyNot(bytes: Uint8Array): ErrorKey {
  if (bytes.length === 0) return 'evidence.empty';
  const head = byBytes(bytes.subarray(0, 1_000));
  if (head.startsWith('PK')) {
    const all = latin1(bytes);
    const isOffice = all.includes('[Content_Types].xml');
    return isOffice && /vbaProject\.bin|macrosheets/.test(all)
      ? 'evidence.has-macros'
      : 'evidence.is-archive';
  }
  if (head.startsWith('\xd0\xcf\x11\xe0'))
    return latin1(bytes).includes(wide('EncryptedPackage'))
      ? 'evidence.has-password'
      : 'evidence.is-old-office';
  const found = beginnings.find(([beginning]) => beginning.test(head));
  return found?.[1] ?? (isText(head) ? 'evidence.is-text' : 'evidence.kind-unknown');
}

/** What a file that is meant for evidence is by its bytes, whatever its name says; or why it cannot be evidence. */
export function tellProof(
  bytes: Uint8Array,
): { readonly mediaType: MediaType } | { readonly reason: ErrorKey } {
  const mediaType = evidenceMediaTypes.find((known) => isOfMediaType(bytes, known));
  return mediaType === undefined ? { reason: whyNot(bytes) } : { mediaType };
}
