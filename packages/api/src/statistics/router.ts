import { reading, router } from '../trpc.ts';
import { coverage } from './coverage.ts';
import { coverageReport } from './coverage-report.ts';
import { coverageSeries } from './coverage-series.ts';
import { listAreas } from './list-areas.ts';
import { overdue } from './overdue.ts';
import { repeatFindings } from './repeat-findings.ts';

export const statisticsRouter = router({
  areas: reading(listAreas),
  coverage: reading(coverage),
  coverageReport: reading(coverageReport),
  coverageSeries: reading(coverageSeries),
  overdue: reading(overdue),
  repeatFindings: reading(repeatFindings),
});
