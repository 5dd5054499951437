import { browserCookieName, browserKeptMs } from '@kycuong/api/access/known-browser.ts';
import { type OpenSession, openSession } from '@kycuong/api/access/open-session.ts';
import { sessionCookieName } from '@kycuong/api/access/sessions.ts';
import { openBudget } from '@kycuong/api/answer-budget.ts';
import type { Context } from '@kycuong/api/context.ts';
import { type Contact, signerFinder } from '@kycuong/api/device/find-signer.ts';
import { Places } from '@kycuong/api/places.ts';
import { personHeader } from '@kycuong/domain/access/person-header.ts';
import { contactHeader } from '@kycuong/domain/device/signed-contact.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callCounter } from './call-counter.ts';
import { fewLines } from './few-lines.ts';
import { whenClosed } from './when-closed.ts';

type Setting = Pick<Context, 'ground' | 'demo'> & {
  /** Only over https: also keeps the cookie to this very host (`__Host-`). */
  readonly secureCookies: boolean;
};
type Exchange = {
  readonly req: FastifyRequest;
  readonly res: FastifyReply;
  /** What tRPC read of the request. */
  readonly info?: { readonly calls: readonly unknown[] };
};

/** A body that the server has not read whole, such as an upload's chunk, is signed as nothing. */
function contactOf({ headers, method, originalUrl, body }: FastifyRequest): Contact {
  const header = headers[contactHeader];
  return {
    header: typeof header === 'string' ? header : undefined,
    method,
    path: originalUrl,
    body: typeof body === 'string' ? body : undefined,
  };
}

export function cookieName(secureCookies: boolean, name = sessionCookieName): string {
  return secureCookies ? `__Host-${name}` : name;
}

/** Requests of an account that are answered at once; several pages may wait with all that they ask for. */
const placesFor = () => new Places({ atOnce: Number.POSITIVE_INFINITY, perOwner: 6, waiting: 100 });

const waiting = { password: 'toSetPassword', code: 'toEnterCode', enrolment: 'toEnrol' } as const;

/**
 * Who is signed in, or who has something to do before they are. A page that was opened for one person speaks for nobody else:
 * after another one signed in in the same browser it is a stranger's.
 */
function standing(open: OpenSession | undefined, pageOf: unknown): Pick<Context, 'signedIn'> {
  if (pageOf !== undefined && pageOf !== open?.accountId) return { signedIn: undefined };
  if (open === undefined || open.awaits === null) return { signedIn: open };
  return { signedIn: undefined, [waiting[open.awaits]]: open };
}

/** Makes what each request brings to the doors: who is signed in by its cookie, from where. */
export function contextFactory({ ground, demo, secureCookies }: Setting) {
  const name = cookieName(secureCookies);
  const browserName = cookieName(secureCookies, browserCookieName);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: secureCookies } as const;
  const nowMs = () => ground.now().getTime();
  const countCalls = callCounter(nowMs);
  const requestPlaces = placesFor();
  const log = fewLines((entry) => console.error(JSON.stringify(entry)), nowMs);
  const findSigner = signerFinder(ground.database, log);
  return async ({ req, res, info }: Exchange): Promise<Context> => {
    const setSessionCookie = (value: string, expires: Date) => {
      res.setCookie(name, value, { ...attributes, expires });
    };
    const open = await openSession(ground.database, req.cookies[name], ground.now());
    if (open?.prolongedUntil !== undefined) setSessionCookie(open.sessionId, open.prolongedUntil);
    const calls = info?.calls.length ?? 1;
    if (open !== undefined) {
      countCalls(open.accountId, calls);
      // Until the answer has gone out: whoever does not fetch it holds no more of them than these in memory.
      if (info !== undefined) whenClosed(res, await requestPlaces.take(open.accountId));
    }
    const signer = await findSigner(contactOf(req), ground.now());
    return {
      ground,
      demo,
      address: req.ip,
      calls,
      budget: openBudget(),
      browserCookie: req.cookies[browserName],
      signer,
      signedBy: signer?.deviceId ?? null,
      browser: req.headers['user-agent'],
      ...standing(open, req.headers[personHeader]),
      setBrowserCookie: (value) => {
        const expires = new Date(ground.now().getTime() + browserKeptMs);
        res.setCookie(browserName, value, { ...attributes, expires });
      },
      setSessionCookie,
      clearSessionCookie: () => {
        res.clearCookie(name, attributes);
        // Pages kept for the way back, and nothing more: what a tablet has not sent yet lies in this origin's storage, and
        // the cookie that tells a known browser is to outlast the session.
        res.header('Clear-Site-Data', '"cache"');
      },
    };
  };
}
