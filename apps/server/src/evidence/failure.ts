import { DomainError, type ErrorCode } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../host/problem.ts';

const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  throttled: 429,
};

/** The status and body by which an expected failure is told outside tRPC. */
export function failureAnswer({ code, key, details }: DomainError) {
  return { status: statuses[code], body: problem(code, key, details) };
}

/** Expected failures are told; all others are the host's to handle. */
export async function sendFailure(
  error: FastifyError | DomainError,
  _req: FastifyRequest,
  res: FastifyReply,
): Promise<FastifyReply> {
  if (!(error instanceof DomainError)) throw error;
  const { status, body } = failureAnswer(error);
  return res.code(status).send(body);
}
