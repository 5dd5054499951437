export const colorSchemes = ['light', 'dark', 'system'] as const;
export type ColorScheme = (typeof colorSchemes)[number];

/** One place in the browser for the choice, so console and tablet agree on one machine. */
export const colorSchemeKey = 'kycuong.color-scheme';

export function isColorScheme(value: string | null): value is ColorScheme {
  return colorSchemes.some((scheme) => scheme === value);
}

export function storedColorScheme(): ColorScheme {
  const stored = localStorage.getItem(colorSchemeKey);
  return isColorScheme(stored) ? stored : 'system';
}

/** Sets `data-theme` for pages without Mantine, now and whenever the system's own choice changes. */
export function followColorScheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    const scheme = storedColorScheme();
    document.documentElement.dataset.theme = scheme === 'system' ? (dark.matches ? 'dark' : 'light') : scheme;
  };
  dark.addEventListener('change', apply);
  window.addEventListener('storage', apply);
  apply();
}

export function chooseColorScheme(scheme: ColorScheme): void {
  localStorage.setItem(colorSchemeKey, scheme);
  window.dispatchEvent(new Event('storage'));
}
