import type { ReportWipe } from '@kycuong/domain/device/wipe-order.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import * as z from 'zod/mini';
import { becomeTablet, requireFresh } from '../access/become-tablet.ts';
import { signOut } from '../access/sign-in.ts';
import { mutation, openProcedure, reading, router, signedInProcedure } from '../trpc.ts';
import { cancelWipe } from './cancel-wipe.ts';
import { listDevices } from './list-devices.ts';
import { orderWipe } from './order-wipe.ts';
import { registerDevice } from './register.ts';
import { reportWipe, takeWipeReport } from './report-wipe.ts';

const Sent = z.object({ id: Id, payload: z.unknown() });

const Registered = z.object({ deviceId: Id });
const Registering = z.object({ payload: Registered });
const onTablet = signedInProcedure.use(async ({ ctx, next, getRawInput }) => {
  const registering = Registering.safeParse(await getRawInput()).data;
  if (registering && ctx.signedIn) await requireFresh(ctx.ground, ctx.signedIn, registering.payload.deviceId);
  const outcome = await next();
  const device = outcome.ok ? Registered.safeParse(outcome.data).data : undefined;
  if (device && ctx.signedIn) await becomeTablet(ctx.ground, ctx.signedIn.sessionId, device.deviceId);
  return outcome;
});

export const deviceRouter = router({
  list: reading(listDevices),
  register: mutation(registerDevice, onTablet),
  orderWipe: mutation(orderWipe),
  cancelWipe: mutation(cancelWipe),
  /** By the device's own signature; the answer is the receipt's text, refused or not. */
  reportWipe: openProcedure
    .meta({ command: reportWipe })
    .input((raw: unknown) => {
      const { id, payload } = validate(Sent, raw);
      // The cast only tells the client's types what the door checks.
      return { id, payload } as { id: string; payload: ReportWipe };
    })
    .mutation(async ({ ctx, input }) => {
      const receipt = await takeWipeReport(ctx, input);
      // Whoever was signed in on it is so no longer.
      await signOut(ctx);
      return receipt;
    }),
});
