import type { inferOutput } from '@trpc/tanstack-react-query';
import type { trpc } from '../../api.ts';

export type VisitDetails = inferOutput<typeof trpc.visit.get>;
export type VisitAnswer = VisitDetails['answers'][number];
export type VisitDossier = VisitDetails['dossiers'][number];

export function isAnswered({ conformity }: Pick<VisitAnswer, 'conformity'>): boolean {
  return conformity !== null;
}
