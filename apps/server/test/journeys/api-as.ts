import type { AppRouter } from '@kycuong/api/router.ts';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { createTRPCClient, httpLink } from '@trpc/client';
import { houseUrl } from '../browser.ts';

/** The API as a person of the demo story, signed in without a browser. @throws Error when the sign-in is refused */
export async function apiAs(username: string, house = houseUrl()) {
  const url = new URL('/api/trpc', house).href;
  const answer = await fetch(`${url}/access.signIn`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: demoPassword }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, headers: { cookie } })] });
}

export type Api = Awaited<ReturnType<typeof apiAs>>;
