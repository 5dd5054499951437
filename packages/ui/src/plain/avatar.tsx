/** The last two words' initials, as people are called here: "Đặng Hồng Nhung" is HN. */
export function initials(fullName: string): string {
  const words = fullName.trim().split(/\s+/).filter(Boolean);
  return words
    .slice(-2)
    .map((word) => [...word.normalize('NFC')][0] ?? '')
    .join('')
    .toLocaleUpperCase('vi');
}

export function Avatar({ fullName }: { readonly fullName: string }) {
  return (
    <span className="kc-avatar" aria-hidden="true">
      {initials(fullName)}
    </span>
  );
}
