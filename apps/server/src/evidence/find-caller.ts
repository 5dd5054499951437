import type { Caller } from '@kycuong/api/transaction.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Who asks for or sends bytes. @throws DomainError `unauthenticated` */
export type FindCaller = (req: FastifyRequest, res: FastifyReply) => Promise<Caller>;
