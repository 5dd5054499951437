/** A label without what it explains in brackets: `Đến hết ngày (để trống nếu chưa định)` names its field with three words. */
export function plainLabel(label: string): string {
  return label.replace(/\s*\([^)]*\)\s*$/, '');
}

/** As it stands inside a sentence: `Tên đợt kiểm tra` becomes small, `TTHC` and `Mã` of one word stay what they are. */
export function labelInSentence(label: string): string {
  const name = plainLabel(label);
  const [first = '', second = ''] = name;
  return second === '' || second === second.toLowerCase() ? first.toLowerCase() + name.slice(1) : name;
}
