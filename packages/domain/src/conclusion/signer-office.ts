/**
 * For whom a paper is signed: for a body (TM.), the head (KT.), by order (TL.) or by authorisation (TUQ.); of a deputy
 * chairperson of a people's committee two of them (Nghị định 30/2020/NĐ-CP, Điều 13).
 */
export const signingAuthority = /^(TM|KT|TL|TUQ)\.\s*\p{L}/iu;

/** A deputy signs only for the head. */
export function signsForAnother(signerTitle: string): boolean {
  return /^phó(?=\s|$)/iu.test(signerTitle.trim());
}

/**
 * The office over the signature, each authority on a line of its own above it: `KT. GIÁM ĐỐC`, `PHÓ GIÁM ĐỐC`. What was
 * once written on one line is parted the same way.
 */
export function officeLines(authority: string | null | undefined, title: string | null): string[] {
  const written = [authority, title].filter((text) => text?.trim()).join('\n');
  const parted = signingAuthority.test(written)
    ? written.replaceAll(/(?<!\.)\s+(?=(?:TM|KT|TL|TUQ)\.|phó )/giu, '\n')
    : written;
  return parted
    .split('\n')
    .map((part) => part.trim().toLocaleUpperCase('vi'))
    .filter((part) => part !== '');
}
