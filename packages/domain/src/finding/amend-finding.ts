import * as z from 'zod/mini';
import { Id } from '../input/id.ts';
import { FindingContent } from './raise-finding.ts';

/** A new revision of a finding, whole; the earlier ones stay readable. */
export const AmendFinding = z.extend(FindingContent, { findingId: Id, visitId: Id });
export type AmendFinding = z.infer<typeof AmendFinding>;
