import type { AppRouter } from '@kycuong/api/router.ts';
import { type ErrorKey, isErrorKey } from '@kycuong/domain/error/catalogue.ts';
import type { Refusal } from '@kycuong/ui/form/apply-refusal.ts';
import type { MessageKey, MessageValues, Translate } from '@kycuong/ui/i18n.ts';
import { TRPCClientError } from '@trpc/client';
import * as z from 'zod/mini';
import { OtherAnswer } from './ask-server.ts';

/** The call did not succeed: refused, failed on the server, or never arrived. */
export function isCallFailure(error: unknown): error is TRPCClientError<AppRouter> {
  return error instanceof TRPCClientError;
}

/** What the server said no with; undefined when it did not answer at all. */
export function refusalOf(error: unknown): Refusal | undefined {
  const problem = isCallFailure(error) ? error.data?.problem : undefined;
  if (problem === undefined) return undefined;
  return {
    key: isErrorKey(problem.key) ? problem.key : 'input.invalid',
    details: problem.details,
    issues: problem.issues.flatMap(({ field, key, details }) =>
      isErrorKey(key) ? [{ field, key, details }] : [],
    ),
  };
}

/** Nobody is signed in any more, or somebody else is than whoever opened the page. */
export function isSignedOut(error: unknown): boolean {
  return refusalOf(error)?.key === 'access.not-signed-in';
}

/** Things stand otherwise than the page shows them. */
export function isOvertaken(error: unknown): boolean {
  return isCallFailure(error) && error.data?.httpStatus === 409;
}

/** What the host writes where it does not let a call through to tRPC. */
const AtTheDoor = z.object({ error: z.object({ key: z.string() }) });

function keyAtTheDoor(error: unknown): ErrorKey | undefined {
  const said = isCallFailure(error) ? AtTheDoor.safeParse(error.meta?.responseJSON).data : undefined;
  return said && isErrorKey(said.error.key) ? said.error.key : undefined;
}

/** No word of our server came: what came in its place, or nothing. */
function unansweredText(error: unknown, t: Translate): string {
  const cause = isCallFailure(error) ? error.cause : error;
  if (cause instanceof OtherAnswer) return t(`shell:other-${cause.trouble}`);
  if (cause instanceof SyntaxError) return t('shell:other-cut');
  const key = keyAtTheDoor(error);
  return t(key ? `errors:${key}` : 'shell:no-connection');
}

/** Any failure of a call as a sentence: what happened and what to do. */
export function failureText(error: unknown, t: Translate): string {
  const refusal = refusalOf(error);
  if (refusal === undefined) return unansweredText(error, t);
  const key: MessageKey = `errors:${refusal.key}`;
  const values: MessageValues = refusal.details;
  return t(key, values);
}
