import { largestDraftBytes } from './draft-form.ts';

const utf8 = new TextEncoder();

/** Whether a form, as it is filled in, may be kept as a draft: in bytes, for by these the door counts. */
export function fitsDraft(content: unknown): boolean {
  return utf8.encode(JSON.stringify(content)).length <= largestDraftBytes;
}
