import { ContactReport } from '@kycuong/domain/device/contact-report.ts';
import { PullChanges } from '@kycuong/domain/sync/pull.ts';
import { PushCommands } from '@kycuong/domain/sync/push.ts';
import { noteContact } from '../device/note-contact.ts';
import { ask } from '../query.ts';
import { mutation, reading, requestOf, router, signedInProcedure } from '../trpc.ts';
import { admitQuarantined } from './admit-quarantined.ts';
import { countQuarantined } from './count-quarantined.ts';
import { getRecoveryKey } from './current-recovery-key.ts';
import { declineQuarantined } from './decline-quarantined.ts';
import { getPacket } from './get-packet.ts';
import { listQuarantined } from './list-quarantined.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';

export const syncRouter = router({
  // The cast only tells the client's types what `push` checks, envelope by envelope.
  push: signedInProcedure
    .meta({ input: PushCommands })
    .input((raw: unknown) => raw as PushCommands)
    .mutation(({ ctx, input }) => push(requestOf(ctx), input)),
  pull: signedInProcedure
    .meta({ input: PullChanges })
    .input((raw: unknown) => raw as PullChanges)
    .query(async ({ ctx, input }) => {
      const request = requestOf(ctx);
      const pulled = await ask(pull, request, input);
      if (input.contact !== undefined) await noteContact(request, ContactReport.parse(input.contact));
      return pulled;
    }),
  packet: reading(getPacket),
  recoveryKey: reading(getRecoveryKey),
  quarantined: reading(listQuarantined),
  admitQuarantined: mutation(admitQuarantined),
  quarantineCounts: reading(countQuarantined),
  declineQuarantined: mutation(declineQuarantined),
});
