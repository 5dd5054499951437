import { expect, it } from 'vitest';
import { tellProof } from './tell-proof.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const wide = (text: string) => Array.from(text, (letter) => `${letter}\0`).join('');
const container = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';

it.each([
  ['', 'evidence.empty'],
  ['\0\0\0\u0018ftypheic', 'evidence.is-heic'],
  ['\0\0\0\u0018ftypavif', 'evidence.is-other-picture'],
  ['GIF89a', 'evidence.is-other-picture'],
  ['\0\0\0\u0018ftypmp42', 'evidence.is-video'],
  ['\u001aE\u00df\u00a3', 'evidence.is-video'],
  ['RIFF1234AVI ', 'evidence.is-video'],
  ['MZ\u0090\0', 'evidence.is-program'],
  ['\u007fELF', 'evidence.is-program'],
  ['#!/bin/sh\n', 'evidence.is-program'],
  ['PK\u0005\u0006', 'evidence.is-archive'],
  ['Rar!\u001a\u0007', 'evidence.is-archive'],
  ['\u001f\u008b\u0008', 'evidence.is-archive'],
  ['PK\u0003\u0004[Content_Types].xml word/document.xml word/vbaProject.bin', 'evidence.has-macros'],
  [`${container}${wide('WordDocument')}`, 'evidence.is-old-office'],
  [`${container}${wide('EncryptedPackage')}`, 'evidence.has-password'],
  ['<svg xmlns=""><script/></svg>', 'evidence.is-markup'],
  ['\u00ef\u00bb\u00bf <!DOCTYPE html>', 'evidence.is-markup'],
  ['a,b\n1,2\n', 'evidence.is-text'],
  ['\u0001\u0002\u0003', 'evidence.kind-unknown'],
])('says why %j is no evidence', (text, reason) => {
  expect(tellProof(bytes(text))).toEqual({ reason });
});

it('knows what is taken by its bytes', () => {
  expect(tellProof(bytes('%PDF-1.4'))).toEqual({ mediaType: 'application/pdf' });
  expect(tellProof(bytes('\u00ff\u00d8\u00ff\u00e0'))).toEqual({ mediaType: 'image/jpeg' });
});
