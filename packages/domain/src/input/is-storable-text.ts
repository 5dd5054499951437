/** Whether PostgreSQL keeps a text as it is: it takes no NUL, and half a character would become another. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
