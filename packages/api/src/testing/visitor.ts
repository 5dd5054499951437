import { openBudget } from '../answer-budget.ts';
import type { Context } from '../context.ts';
import type { House } from './house.ts';

/** Somebody who is not signed in, at a browser that nobody used before. */
export function visitor(house: House): Context {
  return {
    ground: house.ground,
    signedIn: undefined,
    address: '127.0.0.1',
    calls: 1,
    budget: openBudget(),
    browserCookie: undefined,
    signedBy: null,
    signer: null,
    setBrowserCookie: () => undefined,
    setSessionCookie: () => undefined,
    clearSessionCookie: () => undefined,
    demo: false,
  };
}
