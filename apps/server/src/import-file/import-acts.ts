import { withinReach } from '@kycuong/api/access/reach.ts';
import type { Actor } from '@kycuong/domain/access/actor.ts';
import type { Action } from '@kycuong/domain/access/permission.ts';
import { type Resource, wholeSystem } from '@kycuong/domain/access/resource.ts';
import type { ImportList } from './import-shapes.ts';

interface ImportAct {
  readonly action: Action;
  /** What the list is of, as the command says it. */
  readonly place: (actor: Actor) => Resource;
}

/** Whether somebody may send a list at all. */
export const importActs: Readonly<Record<ImportList, ImportAct>> = {
  units: { action: 'organisation.import-units', place: () => wholeSystem },
  lineage: { action: 'organisation.import-lineage', place: () => wholeSystem },
  users: { action: 'access.import-users', place: (actor) => withinReach(actor, 'administrator') },
};
