import { type CSSVariablesResolver, createTheme, localStorageColorSchemeManager } from '@mantine/core';
import { colorSchemeKey } from './color-scheme.ts';

/** Only the primary shade is ever seen: everything else is resolved to our tokens below. */
const act = [
  '#e3efef',
  '#c6dedc',
  '#9cc4c5',
  '#73c6c8',
  '#5c9ea0',
  '#3f8d90',
  '#0b5b61',
  '#0b5b61',
  '#084449',
  '#06292b',
] as const;

export const mantineTheme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  primaryColor: 'act',
  primaryShade: { light: 6, dark: 3 },
  colors: { act },
  defaultRadius: '4px',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontSizes: { xs: '12px', sm: '14px', md: '15px', lg: '18px', xl: '22px' },
  lineHeights: { xs: '16px', sm: '20px', md: '24px', lg: '26px', xl: '30px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  components: {
    Popover: { defaultProps: { transitionProps: { duration: 100 }, withinPortal: true } },
    Menu: { defaultProps: { transitionProps: { duration: 100 }, withinPortal: true } },
    Modal: { defaultProps: { transitionProps: { duration: 120 }, centered: true } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 100 }, openDelay: 300 } },
  },
});

/** Mantine speaks in our tokens, which know light and dark by themselves. */
export const mantineVariables: CSSVariablesResolver = () => {
  const tokens = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-2)',
    '--mantine-color-placeholder': 'var(--ink-3)',
    '--mantine-color-anchor': 'var(--act)',
    '--mantine-color-error': 'var(--late)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--hover)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--sunken)',
    '--mantine-color-disabled-color': 'var(--ink-3)',
    '--mantine-color-disabled-border': 'var(--rule-strong)',
    '--mantine-color-act-filled': 'var(--act)',
    '--mantine-color-act-filled-hover': 'var(--act-strong)',
    '--mantine-color-act-light': 'var(--act-tint)',
    '--mantine-color-act-light-hover': 'var(--act-tint)',
    '--mantine-color-act-light-color': 'var(--act)',
    '--mantine-color-act-outline': 'var(--act)',
    '--mantine-color-act-text': 'var(--act)',
    '--mantine-primary-color-contrast': 'var(--on-act)',
  };
  return { variables: {}, light: tokens, dark: tokens };
};

const manager = localStorageColorSchemeManager({ key: colorSchemeKey });

/** Stores the word `system` where Mantine says `auto`, so that the tablet's pages read the same choice. */
export const colorSchemeManager: typeof manager = {
  ...manager,
  get: (defaultValue) => {
    const stored = localStorage.getItem(colorSchemeKey);
    if (stored === 'light' || stored === 'dark') return stored;
    return stored === 'system' ? 'auto' : defaultValue;
  },
  set: (value) => localStorage.setItem(colorSchemeKey, value === 'auto' ? 'system' : value),
};
