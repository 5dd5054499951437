import type { TeamRole } from '../access/role.ts';
import type { Holiday } from '../calendar/holiday.ts';
import type { Checklist } from '../checklist/checklist.ts';
import type { LegalBasis } from '../checklist/legal-basis.ts';
import type { CorrectiveActionState } from '../corrective-action/corrective-action-state.ts';
import type { Severity } from '../finding/severity.ts';
import type { RoundField, RoundForm } from '../planning/round-kind.ts';
import type { VisitState } from '../visit/visit-state.ts';
import type { FieldCommand } from './field-command.ts';
import type { RecoveryKey } from './recovery-key.ts';

/** All that one visit needs offline. */
export interface VisitPacket {
  readonly visitId: string;
  /** The server's time when it was packed. */
  readonly packedAt: string;
  readonly status: VisitState;
  readonly plannedOn: string;
  readonly round: {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly form: RoundForm;
    readonly field: RoundField;
    readonly decisionNo: string;
    readonly decisionDate: string;
  };
  readonly unit: { readonly id: string; readonly name: string; readonly parentName: string | null };
  readonly team: readonly {
    readonly accountId: string;
    readonly fullName: string;
    readonly role: TeamRole;
    /** The tablets on which the person works, for texts sealed to a colleague. Keys: P-256, SPKI in base64url. */
    readonly devices: readonly { readonly id: string; readonly agreeKey: string }[];
  }[];
  /** The pinned version: it never changes under a visit. */
  readonly checklist: { readonly versionId: string; readonly number: number; readonly content: Checklist };
  readonly legalBases: readonly LegalBasis[];
  readonly holidays: readonly Holiday[];
  /** Corrective actions of the unit and its predecessors that are not accepted yet. */
  readonly openActions: readonly {
    readonly id: string;
    readonly code: string;
    readonly title: string;
    readonly itemCode: string | null;
    readonly dueOn: string;
    readonly status: CorrectiveActionState;
  }[];
  /** Findings of the last 24 months at the unit and its predecessors, for "last time". */
  readonly earlierFindings: readonly {
    readonly id: string;
    readonly itemCode: string | null;
    readonly title: string;
    readonly severity: Severity;
    readonly foundOn: string;
    readonly unitName: string;
  }[];
  /** By which tablets wrap their data keys for the province; null: none was made. Packets of earlier releases lack it. */
  readonly recoveryKey?: RecoveryKey | null;
  /** Everything that was written at this visit so far, in the order in which the server applied it. */
  readonly commands: readonly FieldCommand[];
}
