import { beforeEach, expect, it } from 'vitest';
import { dropEarlier, notePagesBefore, type Standing } from './earlier-versions.ts';

const place = 'http://tablet/field/';
let held: Map<string, Map<string, Response>>;
let open: string[];
let coming: boolean;
beforeEach(() => {
  held = new Map();
  open = [];
  coming = false;
});

/** What a browser gives the worker of a version. */
function version(own: string): Standing {
  const files = (name: string) => {
    const kept = held.get(name) ?? new Map<string, Response>();
    held.set(name, kept);
    return kept;
  };
  const cache = (name: string) => ({
    match: async (address: RequestInfo | URL) => files(name).get(String(address))?.clone(),
    put: async (address: RequestInfo | URL, response: Response) =>
      void files(name).set(String(address), response),
  });
  return {
    own,
    place,
    caches: { open: async (name) => cache(name), delete: async (name) => held.delete(name) },
    others: async () => [...held.keys()].filter((name) => name !== own),
    pages: async () => open.map((id) => ({ id, url: id === 'console' ? 'http://tablet/' : `${place}${id}` })),
    isAnotherComing: () => coming,
  };
}

async function takeOver(own: string): Promise<void> {
  await notePagesBefore(version(own));
  await dropEarlier(version(own));
}

const install = async (...names: string[]) => {
  for (const name of names)
    await (await version(name).caches.open(name)).put(`${place}${name}.js`, new Response());
};
const kept = () => [...held.keys()];

it('a page keeps its version, however many were installed since, and until it is closed', async () => {
  open = ['one', 'other'];
  await install('v1', 'v2', 'v3');
  await takeOver('v3');
  expect(kept()).toEqual(['v1', 'v2', 'v3']);
  // The one in which the person switched is opened anew.
  open = ['one anew', 'other'];
  await dropEarlier(version('v3'));
  expect(kept()).toEqual(['v1', 'v2', 'v3']);
  open = ['one anew', 'a third'];
  await dropEarlier(version('v3'));
  expect(kept()).toEqual(['v3']);
});

it('nothing is kept for a page that is none of the app', async () => {
  open = ['console'];
  await install('v1', 'v2');
  await takeOver('v2');
  expect(kept()).toEqual(['v2']);
});

it('a version that is coming is not dropped as an earlier one', async () => {
  await install('v1', 'v2', 'v3');
  coming = true;
  await takeOver('v2');
  expect(kept()).toEqual(['v1', 'v2', 'v3']);
  coming = false;
  await takeOver('v3');
  expect(kept()).toEqual(['v3']);
});
