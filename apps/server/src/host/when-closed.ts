import type { FastifyReply } from 'fastify';

/** Runs when an answer is over, at once where its connection went meanwhile: no word of that comes a second time. */
export function whenClosed({ raw }: FastifyReply, run: () => void): void {
  if (raw.destroyed) run();
  else raw.once('close', run);
}
