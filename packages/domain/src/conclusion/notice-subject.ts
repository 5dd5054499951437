/** How officials join what is inspected to "kiểm tra"; a name that already begins with such a word stands alone. */
const joined: readonly (readonly [begins: RegExp, joint: string])[] = [
  [/^(kỷ luật|kỷ cương|quy chế|quy định|pháp luật|chế độ)(?=[ ,]|$)/iu, 'việc chấp hành '],
  [/^(kiểm soát|cải cách|văn thư|tiếp công dân|xây dựng|quản lý)(?=[ ,]|$)/iu, 'công tác '],
  [/^(duy trì|áp dụng|giải quyết|thực hiện|niêm yết|công khai)(?=[ ,]|$)/iu, 'việc '],
];

/** Not an abbreviation such as ISO or UBND. */
function lowerFirst(text: string): string {
  return /^\p{Lu}(?!\p{Lu})/u.test(text) ? text.charAt(0).toLocaleLowerCase('vi') + text.slice(1) : text;
}

/** What a round is, as it goes on in a sentence: `kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính`. */
function inspection(roundName: string): string {
  const name = lowerFirst(roundName.replace(/^(?:(?:kết luận|đợt|cuộc)\s+)+/iu, ''));
  if (/^(kiểm tra|phúc tra|tự kiểm tra)(?=[ ,]|$)/iu.test(name)) return name;
  const [, joint = ''] = joined.find(([begins]) => begins.test(name)) ?? [];
  return `kiểm tra ${joint}${name}`;
}

/** The subject (trích yếu) of the notice of a round's conclusion; the round's name may have the words or not. */
export function noticeSubject(roundName: string): string {
  return `Kết luận ${inspection(roundName)}`;
}

/** The subject of a paper that is a "kết luận" itself, as some agencies number it. */
export function conclusionSubject(roundName: string): string {
  const its = inspection(roundName);
  return its.charAt(0).toLocaleUpperCase('vi') + its.slice(1);
}

/** The team as the decision calls it: `Đoàn kiểm tra công tác kiểm soát thủ tục hành chính`. */
export function teamName(roundName: string): string {
  const its = inspection(roundName);
  return its.startsWith('kiểm tra') ? `Đoàn ${its}` : `Đoàn kiểm tra ${its}`;
}
