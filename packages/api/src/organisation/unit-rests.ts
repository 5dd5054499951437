import { can } from '@kycuong/domain/access/permission.ts';
import { wholeSystem } from '@kycuong/domain/access/resource.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { query } from '../query.ts';
import { restsOnUnit } from './rests-on-unit.ts';

/** What names an interval of a unit, told before it is marked as recorded by mistake. */
export const unitRests = query({
  input: z.object({ unitId: Id }),
  run: async ({ tx, actor, input }) => {
    if (!can(actor, 'organisation.mark-unit-mistaken', wholeSystem))
      throw new DomainError('forbidden', 'access.forbidden');
    return restsOnUnit(tx, input.unitId);
  },
});
