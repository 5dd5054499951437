import type { Actor } from '@kycuong/domain/access/actor.ts';
import { type Resource, wholeSystem } from '@kycuong/domain/access/resource.ts';
import { withinReach } from './access/reach.ts';

/**
 * Which act each list is and where one stands for it: the command and its preview say so, and whoever sends a file is
 * asked the same before its first byte is read.
 */
export const importActs = {
  units: { action: 'organisation.import-units', place: (): Resource => wholeSystem },
  lineage: { action: 'organisation.import-lineage', place: (): Resource => wholeSystem },
  users: {
    action: 'access.import-users',
    place: (actor: Actor): Resource => withinReach(actor, 'administrator'),
  },
} as const;
