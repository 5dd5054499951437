/** An amount inside a text: 4000 is `4.000` to a Vietnamese reader and `4,000` to an English one. */
export function formatNumber(amount: string | number | undefined, language: 'vi' | 'en'): string {
  return typeof amount === 'number' ? amount.toLocaleString(language) : (amount ?? '');
}
