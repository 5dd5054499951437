/** In the order in which they are looked for: most call themselves by the names of others as well. */
const browsers = [
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const systems = [
  [/\bAndroid\b/, 'Android'],
  [/\biPad\b/, 'iPadOS'],
  [/\biPhone\b/, 'iOS'],
  [/\bWindows NT\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\b(X11|Linux)\b/, 'Linux'],
] as const;

const first = (names: readonly (readonly [RegExp, string])[], text: string) =>
  names.find(([sign]) => sign.test(text))?.[1] ?? null;

/** What a browser calls itself, as people call it; null: not known. */
export function browserName(userAgent: string | null): {
  readonly browser: string | null;
  readonly system: string | null;
} {
  const text = userAgent ?? '';
  return { browser: first(browsers, text), system: first(systems, text) };
}
