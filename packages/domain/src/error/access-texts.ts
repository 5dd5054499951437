/** Why an account or a row of a user file was refused, or wants looking at. Part of the error catalogue. */
export const accessTexts = {
  'access.unknown-username': {
    vi: 'Không có tài khoản {{username}}.',
    en: 'There is no account {{username}}.',
  },
} as const satisfies Record<string, { readonly vi: string; readonly en: string }>;
