import { tryNoteSecurity } from '@kycuong/api/access/note-security.ts';
import { openSession } from '@kycuong/api/access/open-session.ts';
import type { Ground } from '@kycuong/api/work.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What is refused outside of tRPC, such as a file or an import, stands in the security log like a refused procedure. */
export function noteRefusals(
  scope: FastifyInstance,
  ground: Ground,
  cookieOf: (request: FastifyRequest) => string | undefined,
): void {
  scope.addHook('onResponse', async (request, reply) => {
    const { method, url, ip, headers, routeOptions } = request;
    if (reply.statusCode !== 403 || url.startsWith(`${scope.prefix}/trpc`)) return;
    const open = await openSession(ground.database, cookieOf(request), ground.now());
    if (open === undefined) return;
    const caller = { ground, address: ip, browser: headers['user-agent'] };
    const detail = `${method} ${routeOptions.url ?? ''}`;
    await tryNoteSecurity(caller, { kind: 'refused', accountId: open.accountId, session: open.ref, detail });
  });
}
