import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import { callsPerRequest } from '@kycuong/domain/input/calls-per-request.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { initTRPC, TRPCError } from '@trpc/server';
import * as z from 'zod/mini';
import { admit } from './access/admit.ts';
import { countProof, type Proved } from './access/count-proof.ts';
import { inHashingRoom } from './access/hashing-room.ts';
import { tryNoteSecurity } from './access/note-security.ts';
import type { Proof } from './access/proof.ts';
import { requireLeft, spend } from './answer-budget.ts';
import { callPlaces, ownerOf } from './call-places.ts';
import type { AnyCommand, Command, Loaded } from './command.ts';
import type { Context, SignedIn } from './context.ts';
import { unreadableValue } from './database-error.ts';
import { openReceipt, perform } from './door.ts';
import { logFailure } from './log-failure.ts';
import { outageOf } from './outage.ts';
import { type AnyQuery, ask } from './query.ts';
import { reasonError } from './reason-error.ts';
import type { Request } from './work.ts';

const status = {
  invalid: 'BAD_REQUEST',
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  'too-large': 'PAYLOAD_TOO_LARGE',
  throttled: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
} as const;

export interface Meta {
  readonly command?: AnyCommand;
  /** Of a query, or of what is neither: what it takes. */
  readonly input?: z.ZodMiniType;
}

/** What a failed call tells: enough to say what is wrong and where, and nothing else. */
export interface Problem {
  readonly code: string;
  readonly key: string;
  readonly details: Readonly<Record<string, string | number | undefined>>;
  readonly issues: readonly {
    field: string;
    key: string;
    details: Readonly<Record<string, string | number | undefined>>;
  }[];
}

function problemOf(error: TRPCError): Problem {
  if (error.cause instanceof DomainError) {
    const { code, key, details, issues } = error.cause;
    return { code, key, details, issues };
  }
  if (error.code === 'INTERNAL_SERVER_ERROR') {
    const reference = logFailure(error);
    return { code: 'unexpected', key: 'system.unexpected', details: { reference }, issues: [] };
  }
  if (error.code === 'PAYLOAD_TOO_LARGE')
    return { code: 'too-large', key: 'input.too-large', details: {}, issues: [] };
  if (error.code === 'NOT_FOUND')
    return { code: 'not-found', key: 'record.not-found', details: {}, issues: [] };
  // tRPC has no code of its own for a batch over the size that the host gave it.
  if (error.message === 'Batch call exceeds maximum size')
    return {
      code: 'invalid',
      key: 'input.too-many-calls',
      details: { maximum: callsPerRequest },
      issues: [],
    };
  return { code: 'invalid', key: 'input.invalid', details: {}, issues: [] };
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    errorFormatter: ({ shape, error }) => ({
      code: shape.code,
      message: error.code,
      data: { httpStatus: shape.data.httpStatus, problem: problemOf(error) },
    }),
  });

export const router = t.router;

/** @throws TRPCError for an expected failure, which keeps its meaning */
function throwExpected(failure: unknown): void {
  const inner = failure instanceof TRPCError ? failure.cause : failure;
  const cause = inner instanceof DomainError ? inner : (outageOf(failure) ?? unreadableValue(failure));
  if (cause !== undefined) throw new TRPCError({ code: status[cause.code], cause, message: cause.message });
}

/** What befell before any procedure began. @throws TRPCError for an expected failure, else the failure itself */
export function asCallError(failure: unknown): never {
  throwExpected(failure);
  throw failure;
}

/** Whoever is signed in and tries what is not theirs stands in the security log with it. */
async function noteRefusal(ctx: Context, path: string, cause: unknown): Promise<void> {
  if (ctx.signedIn === undefined || !(cause instanceof DomainError) || cause.code !== 'forbidden') return;
  const { accountId, ref } = ctx.signedIn;
  await tryNoteSecurity(ctx, { kind: 'refused', accountId, session: ref, detail: path });
}

/** Expected failures keep their meaning; everything else stays a failure of ours. */
const mapped = t.procedure.use(async ({ ctx, path, next }) => {
  const outcome = await next();
  if (!outcome.ok) {
    await noteRefusal(ctx, path, outcome.error.cause);
    throwExpected(outcome.error);
  }
  return outcome;
});

const bounded = mapped.use(async ({ ctx, next }) => {
  const outcome = await next();
  if (outcome.ok) spend(ctx.budget, outcome.data);
  return outcome;
});

/** What nobody waits for any more, or nothing is left to answer with, is not begun. */
const inTurn = bounded.use(({ ctx, next, signal }) =>
  callPlaces.run(ownerOf(ctx), () => {
    if (signal?.aborted === true) throw new TRPCError({ code: 'CLIENT_CLOSED_REQUEST' });
    requireLeft(ctx.budget);
    return next();
  }),
);

/** Who signs in waits for a seat in the hashing room instead (`access/hashing-room.ts`). */
export const signingIn = bounded;

export const openProcedure = inTurn;

const callerOf = ({ accountId }: SignedIn) => ({ caller: { kind: 'person' as const, accountId } });

const signedIn = inTurn.use(({ ctx, next }) => {
  if (ctx.signedIn !== undefined) return next({ ctx: callerOf(ctx.signedIn) });
  throw strangerTo(ctx);
});

/** Nobody, or somebody on the way in who has something else to do first. */
function strangerTo({ toSetPassword, toEnterCode, toEnrol }: Context): DomainError {
  if (toSetPassword !== undefined) return new DomainError('forbidden', 'access.password-to-change');
  if (toEnterCode !== undefined) return new DomainError('forbidden', 'access.code-to-enter');
  if (toEnrol !== undefined) return new DomainError('forbidden', 'access.factor-to-enrol');
  return new DomainError('unauthenticated', 'access.not-signed-in');
}

/** For calls that make password hashes; the seat is taken before the command's transaction begins. */
export const hashing = signedIn.use(({ ctx, next }) => inHashingRoom(ctx.address, next));

/** The password said once more, and perhaps a code: counted like a sign-in, and wrong ones stand in the security log. */
function sayingAgain<Result>(
  ctx: Context,
  accountId: string,
  said: readonly Proved[],
  next: (proof: Proof) => Promise<Result>,
) {
  return inHashingRoom(ctx.address, () => countProof(ctx, accountId, said, next));
}

/** The one call that is also open to whoever signed in with a given password. */
export const settingPassword = inTurn.use(({ ctx, next }) => {
  const who = ctx.signedIn ?? ctx.toSetPassword;
  if (who === undefined) throw strangerTo(ctx);
  return sayingAgain(ctx, who.accountId, ['password'], (proof) => next({ ctx: { ...callerOf(who), proof } }));
});

/** Open to whoever has yet to say the code of their second factor, and to nobody else. */
export const enteringCode = inTurn.use(({ ctx, next }) => {
  if (ctx.toEnterCode === undefined) throw strangerTo(ctx);
  return next({ ctx: callerOf(ctx.toEnterCode) });
});

/** Of one's second factor: with password and code once more. */
export const provingOneself = signedIn.use(({ ctx, next }) =>
  sayingAgain(ctx, ctx.caller.accountId, ['password', 'code'], (proof) => next({ ctx: { proof } })),
);

/** The one call that is also open to an administrator who has no second factor yet; with it the session is open. */
export const enrolling = inTurn.use(({ ctx, next }) => {
  const who = ctx.signedIn ?? ctx.toEnrol;
  if (who === undefined) throw strangerTo(ctx);
  return sayingAgain(ctx, who.accountId, ['password'], async (proof) => {
    const outcome = await next({ ctx: { ...callerOf(who), proof } });
    // The receipt of an earlier enrolment is told again to whoever has its id, whatever they typed.
    if (outcome.ok && proof.enrolled && ctx.toEnrol !== undefined)
      await admit(ctx, who.accountId, { noted: true });
    return outcome;
  });
});

/** What the doors take of a signed-in person's call. */
export function requestOf(ctx: Context & Pick<Request, 'caller' | 'proof'>): Request {
  const { ground, caller, signedBy, proof, address, browser } = ctx;
  return { ground, caller, signedBy, origin: { address, browser }, ...(proof && { proof }) };
}

const Sent = z.object({ id: Id, payload: z.unknown() });

// The casts below only tell the client's types what the door itself checks by the definition's schema.

/** A command as a tRPC mutation: `{ id, payload }` in, the command's result out. */
export function mutation<Schema extends z.ZodMiniType, Facts extends Loaded, Output>(
  definition: Command<Schema, Facts, Output>,
  procedure = signedIn,
) {
  return procedure
    .meta({ command: definition })
    .input((raw: unknown) => {
      const { id, payload } = validate(Sent, raw);
      return { id, payload } as { id: string; payload: z.input<Schema> };
    })
    .mutation(async ({ ctx, input }): Promise<Output> => {
      const receipt = openReceipt(await perform(definition, requestOf(ctx), input));
      if (receipt.reason !== undefined) throw reasonError(receipt.reason);
      return receipt.result as Output;
    });
}

/** A query as a tRPC query; the door parses the input. */
export function reading<Schema extends z.ZodMiniType, Output>(definition: AnyQuery<Schema, Output>) {
  return signedIn
    .meta({ input: definition.input })
    .input((raw: unknown) => raw as z.input<Schema>)
    .query(({ ctx, input }): Promise<Output> => ask(definition, requestOf(ctx), input));
}

export const signedInProcedure = signedIn;
