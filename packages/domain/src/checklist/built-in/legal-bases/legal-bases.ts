import type { LegalBasis } from '../../legal-basis.ts';
import { citizenBases } from './citizen-bases.ts';
import { oneStopBases } from './one-stop-bases.ts';
import { ownDocuments } from './own-documents.ts';
import { reformBases } from './reform-bases.ts';
import { staffBases } from './staff-bases.ts';

/** The provisions that the built-in checklists rest on. Shipped once; afterwards they are the province's to keep. */
export const builtInLegalBases: readonly LegalBasis[] = [
  ...staffBases,
  ...citizenBases,
  ...ownDocuments,
  ...oneStopBases,
  ...reformBases,
];
