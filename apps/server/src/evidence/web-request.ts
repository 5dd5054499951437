import type { FastifyRequest } from 'fastify';

/** By this header tus would take one method for another, past the checks at the door. */
const overriding = 'x-http-method-override';

/** Nothing is taken before tus asks for it: what is refused at once is not read. */
function lazily(body: FastifyRequest['raw']): ReadableStream<Uint8Array> {
  const chunks: AsyncIterator<Uint8Array> = body[Symbol.asyncIterator]();
  const pull = async (to: ReadableStreamDefaultController<Uint8Array>) => {
    const { done, value } = await chunks.next();
    if (done) to.close();
    else to.enqueue(value);
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

/** A request as tus takes it apart from its response. */
export function webRequest({ method, url, headers, raw }: FastifyRequest): Request {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    value === undefined || name === overriding ? [] : [[name, String(value)]],
  );
  const body = method === 'POST' || method === 'PATCH' ? { body: lazily(raw), duplex: 'half' as const } : {};
  return new Request(new URL(url, 'http://localhost'), { method, headers: given, ...body });
}
