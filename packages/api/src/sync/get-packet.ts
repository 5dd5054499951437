import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { found, query } from '../query.ts';
import { buildPacket } from './build-packet.ts';

/** The packet of one visit, fresh. @throws DomainError `not-found` unless the person is on the team. */
export const getPacket = query({
  input: z.object({ visitId: Id }),
  run: async ({ tx, input, actor, now }) =>
    found(await buildPacket(tx, { visitId: input.visitId, accountId: actor.accountId, now })),
});
