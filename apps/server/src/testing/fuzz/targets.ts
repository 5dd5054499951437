import cookie from '@fastify/cookie';
import { appRouter } from '@kycuong/api/router.ts';
import { type Shape, shapeOf } from '@kycuong/api/testing/shape.ts';
import type { Meta } from '@kycuong/api/trpc.ts';
import type { Connection } from '@kycuong/db/connection.ts';
import type { AnyRouter } from '@trpc/server';
import Fastify from 'fastify';
import { createApi } from '../../host/api.ts';

export interface Procedure {
  readonly path: string;
  readonly isQuery: boolean;
  /** Sent as `{ id, payload }`. */
  readonly isCommand: boolean;
  /** Of the payload or the input; undefined: takes none. */
  readonly shape: Shape | undefined;
}

interface Declared {
  readonly _def: { readonly type: string; readonly meta?: Meta };
}

/** Every procedure there is, with what it says it takes. */
export function allProcedures(): Procedure[] {
  const router: AnyRouter = appRouter;
  const declared: Record<string, Declared> = router._def.procedures;
  return Object.entries(declared).map(([path, { _def }]) => {
    const { command, input } = _def.meta ?? {};
    const schema = command?.input ?? input;
    return {
      path,
      isQuery: _def.type === 'query',
      isCommand: command !== undefined,
      shape: schema && shapeOf(schema),
    };
  });
}

export interface Route {
  readonly method: string;
  /** With its parameters as `:name`. */
  readonly url: string;
}

/** Every address at `/api`, as the host's own plugin declares it, and what stands beside it. */
export async function allRoutes(connection: Connection, folder: string): Promise<Route[]> {
  const routes: Route[] = ['/', '/health', '/field/', '/field/sw.js', '/assets/x.js', '/nothing/here'].map(
    (url) => ({ method: 'GET', url }),
  );
  const app = Fastify();
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url });
  });
  await app.register(cookie);
  await app.register(createApi(connection, false, folder), { prefix: '/api' });
  await app.ready();
  await app.close();
  return routes;
}
