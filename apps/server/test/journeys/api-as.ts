import type { AppRouter } from '@kycuong/api/router.ts';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { createTRPCClient, httpLink } from '@trpc/client';
import { houseUrl } from '../house.ts';

/** A person of the demo story, signed in without a browser. @throws Error when the sign-in is refused */
export async function cookieAs(
  username: string,
  house = houseUrl(),
  password: string = demoPassword,
): Promise<string> {
  const answer = await fetch(new URL('/api/trpc/access.signIn', house), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) throw new Error(`${username} could not sign in: ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The API as that person. */
export async function apiAs(username: string, house = houseUrl(), password: string = demoPassword) {
  const url = new URL('/api/trpc', house).href;
  const cookie = await cookieAs(username, house, password);
  return createTRPCClient<AppRouter>({ links: [httpLink({ url, headers: { cookie } })] });
}

export type Api = Awaited<ReturnType<typeof apiAs>>;
