import type { PushCommands } from '@kycuong/domain/sync/push.ts';
import { mutation, reading, requestOf, router, signedInProcedure } from '../trpc.ts';
import { declineQuarantined } from './decline-quarantined.ts';
import { getPacket } from './get-packet.ts';
import { listQuarantined } from './list-quarantined.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

export const syncRouter = router({
  // The cast only tells the client's types what `push` checks, envelope by envelope.
  push: signedInProcedure
    .input((raw: unknown) => raw as PushCommands)
    .mutation(({ ctx, input }) => push(requestOf(ctx), input)),
  pull: reading(pull),
  packet: reading(getPacket),
  quarantined: reading(listQuarantined),
  declineQuarantined: mutation(declineQuarantined),
});
