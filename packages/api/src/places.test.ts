import { expect, it } from 'vitest';
import { Places } from './places.ts';

/** Work that goes on until it is told to end; in which order it began. */
function stage(places: Places) {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (owner: string, name: string) =>
    places.run(owner, async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const endNext = async () => {
    ends.shift()?.();
    await settle();
  };
  return { begun, ask, settle, endNext };
}

it('whoever comes after sixty of somebody else does not wait for them', async () => {
  const { begun, ask, settle } = stage(new Places({ atOnce: 8, perOwner: 3, waiting: 100 }));
  for (let index = 0; index < 60; index += 1) void ask('an', `an ${index}`);
  void ask('binh', 'binh');
  await settle();
  expect(begun).toEqual(['an 0', 'an 1', 'an 2', 'binh']);
});

it('where all places are taken the owners come by turns, each with its own in their order', async () => {
  const { begun, ask, endNext } = stage(new Places({ atOnce: 2, perOwner: 2, waiting: 100 }));
  for (let index = 0; index < 5; index += 1) void ask('an', `an ${index}`);
  for (let index = 0; index < 2; index += 1) void ask('binh', `binh ${index}`);
  void ask('chi', 'chi 0');
  for (let left = 8; left > 0; left -= 1) await endNext();
  expect(begun).toEqual(['an 0', 'an 1', 'an 2', 'binh 0', 'chi 0', 'an 3', 'binh 1', 'an 4']);
});

it('beyond its bound an owner is refused at once, and nobody else is', async () => {
  const { begun, ask, settle, endNext } = stage(new Places({ atOnce: 1, perOwner: 1, waiting: 2 }));
  const asked = [ask('an', 'an 0'), ask('an', 'an 1'), ask('an', 'an 2')];
  await expect(ask('an', 'an 3')).rejects.toMatchObject({
    ...{ code: 'throttled', key: 'system.too-many-at-once', details: { seconds: 5 } },
  });
  const other = ask('binh', 'binh');
  for (let left = 4; left > 0; left -= 1) await endNext();
  await Promise.all([...asked, other]);
  await settle();
  expect(begun).toEqual(['an 0', 'an 1', 'binh', 'an 2']);
});

it('what fails leaves its place', async () => {
  const places = new Places({ atOnce: 1, perOwner: 1, waiting: 1 });
  const failed = places.run('an', () => Promise.reject(new Error('failed')));
  const after = places.run('an', async () => 'done');
  await expect(failed).rejects.toThrow('failed');
  expect(await after).toBe('done');
});
