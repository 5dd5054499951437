import { requireSeat } from '@kycuong/api/access/hashing-room.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

const signInPath = /\/access\.signIn(\?|$)/;
/** JSON-RPC's number for it, by which the clients of tRPC tell one error from another. */
const tooManyRequests = -32_029;

/**
 * A sign-in for which there is no seat is turned away before its body is read, in the words of tRPC: a thousand at once
 * are to cost little more than their connections.
 */
export async function refuseAtTheDoor({ url, ip }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (!signInPath.test(url)) return;
  try {
    requireSeat(ip);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, key, details, issues } = error;
    const data = { httpStatus: 429, problem: { code, key, details, issues } };
    await reply
      .code(429)
      .header('retry-after', details.seconds ?? 1)
      .send({ error: { message: 'TOO_MANY_REQUESTS', code: tooManyRequests, data } });
  }
}
