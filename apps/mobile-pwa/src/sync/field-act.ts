import type { FieldAction, FieldPayloads } from '@kycuong/domain/sync/field-command.ts';

type Act<Action extends FieldAction> = Action extends FieldAction
  ? { readonly action: Action; readonly payload: FieldPayloads[Action] & { readonly visitId: string } }
  : never;

/** One thing that a person did at a visit. */
export type FieldAct = Act<FieldAction>;
