/** The tablet: visits, the walk through a checklist, dossiers, findings, and what is on the server. */
import { fieldEn } from './field/en.ts';
import { fieldLaterVi } from './field/later-vi.ts';
import { fieldVi } from './field/vi.ts';

export const fieldMessages = { vi: { ...fieldVi, ...fieldLaterVi }, en: fieldEn } as const;
