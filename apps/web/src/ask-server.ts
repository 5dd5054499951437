import { type AnswerTrouble, troubleOfStatus } from '@kycuong/domain/network/trouble-of-status.ts';

/** Something on the way answered in our server's place. */
export class OtherAnswer extends Error {
  readonly trouble: AnswerTrouble;

  constructor(trouble: AnswerTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Of a request what is used here: the shape that the client library gives. */
interface Asking {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: BodyInit | null | undefined;
  readonly signal?: AbortSignal | null | undefined;
}

/** What stands in between may send elsewhere, and may say that its page is to be kept for long. */
const apart = { redirect: 'manual', cache: 'no-store' } as const;

/** `fetch` of the API, which always answers in JSON and never sends elsewhere. @throws OtherAnswer */
export async function askServer(
  address: RequestInfo | URL,
  { signal = null, body = null, ...asking }: Asking = {},
): Promise<Response> {
  const answer = await fetch(address, { ...asking, signal, body, ...apart });
  if (!answer.headers.get('content-type')?.includes('json'))
    throw new OtherAnswer(troubleOfStatus(answer.status));
  return answer;
}
