import { outageOf } from '@kycuong/api/outage.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { httpStatus, problem } from '../host/problem.ts';

/** The status and body by which an expected failure is told outside tRPC. */
export function failureAnswer({ code, key, details }: DomainError) {
  return { status: httpStatus[code], body: problem(code, key, details) };
}

/** Expected failures are told; all others are the host's to handle. */
export async function sendFailure(
  error: FastifyError | DomainError,
  _req: FastifyRequest,
  res: FastifyReply,
): Promise<FastifyReply> {
  const failure = error instanceof DomainError ? error : outageOf(error);
  if (failure === undefined) throw error;
  const { status, body } = failureAnswer(failure);
  if (status === 429 || status === 503) res.header('retry-after', failure.details.seconds ?? 60);
  return res.code(status).send(body);
}
