import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { type AnyRouter, TRPCError } from '@trpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSession } from './access/create-session.ts';
import { openBudget } from './answer-budget.ts';
import type { Context } from './context.ts';
import { appRouter } from './router.ts';
import { type State, type Tried, words } from './testing/rights/people.ts';
import { rights } from './testing/rights/table.ts';
import { openWorld, type Thing, type World } from './testing/rights/world.ts';

const router: AnyRouter = appRouter;
type Procedure = { _def: { type: string; meta?: { command?: unknown } } };
const procedures: Readonly<Record<string, Procedure>> = router._def.procedures;

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 120_000);
afterAll(() => world.close());

const opened = new Map<string, Promise<{ id: string }>>();
async function signedInAs(accountId: string) {
  const session = opened.get(accountId) ?? createSession(world.house.ground, { accountId });
  opened.set(accountId, session);
  return { accountId, sessionId: (await session).id };
}

async function contextOf(accountId: string | undefined): Promise<Context> {
  return {
    ground: world.house.ground,
    signedIn: accountId === undefined ? undefined : await signedInAs(accountId),
    // Each from an address of its own: nobody is to be turned away for the number of calls.
    address: accountId ?? 'nobody',
    signedBy: null,
    signer: null,
    calls: 1,
    budget: openBudget(),
    browserCookie: undefined,
    setBrowserCookie: () => undefined,
    setSessionCookie: () => undefined,
    clearSessionCookie: () => undefined,
    demo: false,
  };
}

type Outcome = { readonly refused?: string; readonly text: string };

/** Calls a procedure as the wire would; what turns a person away is told apart from what only their input met. */
async function call(path: string, accountId: string | undefined, input: unknown): Promise<Outcome> {
  let target: unknown = appRouter.createCaller(await contextOf(accountId));
  for (const part of path.split('.')) target = Reflect.get(Object(target), part);
  if (typeof target !== 'function') throw new Error(`no procedure ${path}`);
  const isCommand = procedures[path]?._def.meta?.command !== undefined;
  try {
    const answer: unknown = await target(isCommand ? { id: uuidV7(), payload: input } : input);
    return { text: JSON.stringify(answer) ?? '' };
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : error;
    if (!(cause instanceof DomainError)) throw error;
    const { code, key } = cause;
    const turnedAway =
      code === 'forbidden' ||
      code === 'unauthenticated' ||
      key === 'record.not-found' ||
      code === 'throttled';
    return { ...(turnedAway ? { refused: `${code} ${key}` } : {}), text: key };
  }
}

const itself: Thing = { name: 'itself', place: 'whole', ids: {} };
function thingsOf(on: 'units' | 'provinces' | 'itself' | readonly State[]): readonly Thing[] {
  if (on === 'units') return world.units;
  if (on === 'provinces') return world.provinces;
  if (on === 'itself') return [itself];
  return world.rounds.filter(({ state }) => state !== undefined && on.includes(state));
}

function isShown(text: string, { ids }: Thing, shows: string): boolean {
  if (shows === 'named') return new RegExp(`"visitId":"${ids.visitId}"[^{}]*"unit":\\{`).test(text);
  return text.includes(ids[shows] ?? `no ${shows}`);
}

const isAllowed = (who: readonly (keyof typeof words)[], tried: Tried, thing: Thing) =>
  who.some((word) => words[word](tried, thing));

it('has a row for every procedure, and none for what is no procedure', () => {
  expect(Object.keys(rights).sort()).toEqual(Object.keys(procedures).sort());
});

describe.each(Object.entries(rights).filter(([path]) => path in procedures))('%s', (path, right) => {
  if ('open' in right) {
    it(right.open, async () => {
      const { refused } = await call(path, undefined, {});
      if (right.toNobody) expect(refused).toBeUndefined();
      else expect(refused).toMatch(/^unauthenticated /);
    });
    return;
  }
  it('is for these and for nobody else', async () => {
    // A list is the same whatever is looked for in it.
    const asked = new Map<string, Promise<Outcome>>();
    const ask = (person: string, given: unknown, shows: string | undefined) => {
      const key = `${person} ${JSON.stringify(given)}`;
      const before = shows === undefined ? undefined : asked.get(key);
      const answer = before ?? call(path, person, given);
      asked.set(key, answer);
      return answer;
    };
    const wrong: string[] = [];
    for (const { on, who, input, shows } of right) {
      for (const thing of thingsOf(on)) {
        const inputOf = () => input({ ...thing, checklistId: world.checklistId, leaderId: world.leaderId });
        const stranger = await call(path, undefined, inputOf());
        expect(stranger.refused, `${path}, not signed in`).toMatch(/^unauthenticated /);
        const outcomes = [];
        for (let next = 0; next < world.persons.length; next += 6) {
          const some = world.persons.slice(next, next + 6).map(async ({ tried, person }) => {
            const { refused, text } = await ask(person.accountId, inputOf(), shows);
            // What belongs to nobody in particular cannot be hidden from anybody, only be missing.
            const isIn = refused === undefined || (on === 'itself' && refused.startsWith('not-found'));
            const got = shows === undefined ? isIn : isShown(text, thing, shows);
            return { tried, got, told: refused ?? text.slice(0, 80) };
          });
          outcomes.push(...(await Promise.all(some)));
        }
        for (const { tried, got, told } of outcomes)
          if (got !== isAllowed(who, tried, thing))
            wrong.push(
              `${tried.name} on ${thing.name}${shows ? ` (${shows})` : ''}: ${got ? 'got in' : told}`,
            );
      }
    }
    expect(wrong).toEqual([]);
  });
});
