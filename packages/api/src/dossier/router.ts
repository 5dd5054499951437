import { mutation, router } from '../trpc.ts';
import { sampleDossier } from './sample-dossier.ts';

export const dossierRouter = router({ sample: mutation(sampleDossier) });
