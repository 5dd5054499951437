import { beforeEach, describe, expect, it } from 'vitest';
import { type AppFile, digestOf } from './app-file.ts';
import { type Ground, give, makeWhole, mend, takeIn } from './held-app.ts';

const place = 'http://tablet/field/';
const texts = { 'index.html': '<p>', 'assets/walk-1.js': 'kycuong', 'assets/style-1.css': 'p{}' } as const;
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css' } as const;
const page = () => new Response('<p>Wi-Fi', { headers: { 'content-type': 'text/html' } });
const right = (url: keyof typeof texts, type?: string) =>
  new Response(texts[url], {
    headers: { 'content-type': type ?? Object.entries(types).find(([end]) => url.endsWith(end))?.[1] ?? '' },
  });
const urls = ['index.html', 'assets/walk-1.js', 'assets/style-1.css'] as const;
const nothing = async () => undefined;

let files: AppFile[];
let kept: Map<string, Response>;
beforeEach(async () => {
  kept = new Map();
  files = await Promise.all(
    urls.map(async (url) => ({ url, integrity: `sha256-${await digestOf(texts[url])}` })),
  );
});

function ground(answer: (url: (typeof urls)[number], mode: RequestCache) => Response) {
  const asked: string[] = [];
  const fetch = async ({ url, cache }: Request) => {
    const name = urls.find((one) => url === place + one) ?? 'index.html';
    asked.push(`${name} ${cache}`);
    return answer(name, cache);
  };
  const cache: Ground['cache'] = {
    match: async (address) => kept.get(String(address))?.clone(),
    put: async (address, response) => void kept.set(String(address), response),
  };
  return { files, place, cache, fetch, asked };
}

describe('the app on the device', () => {
  it('is taken in whole', async () => {
    const here = ground((url) => right(url));
    await takeIn(here, nothing);
    expect([...kept.keys()].toSorted()).toEqual(urls.map((url) => place + url).toSorted());
    expect(here.asked).toEqual(urls.map((url) => `${url} default`));
    expect(await makeWhole(here)).toBe(true);
  });

  it.each([
    ['a page in its place', page],
    ['a script of another type', () => right('assets/walk-1.js', 'text/html')],
    [
      'a script that was altered',
      () => new Response('kycuonG', { headers: { 'content-type': 'text/javascript' } }),
    ],
    ['half a script', () => new Response('kycu', { headers: { 'content-type': 'text/javascript' } })],
    [
      'an error',
      () =>
        new Response(texts['assets/walk-1.js'], {
          status: 502,
          headers: { 'content-type': 'text/javascript' },
        }),
    ],
  ])('or not at all: %s', async (_, wrong) => {
    const bad = ground((url) => (url === 'assets/walk-1.js' ? wrong() : right(url)));
    await expect(takeIn(bad, nothing)).rejects.toThrow('assets/walk-1.js');
    expect(bad.asked).toContain('assets/walk-1.js reload');
    expect(kept.has(`${place}assets/walk-1.js`)).toBe(false);
    expect(await makeWhole(bad)).toBe(false);
    // The next try fetches what was missing.
    const good = ground((url) => right(url));
    await takeIn(good, nothing);
    expect(good.asked).toEqual(['assets/walk-1.js default']);
  });

  it('comes past what the browser kept of a portal', async () => {
    const here = ground((url, mode) => (mode === 'reload' ? right(url) : page()));
    await takeIn(here, nothing);
    expect(await makeWhole(ground(page))).toBe(true);
  });

  it('takes from the version before what is right there, and nothing else', async () => {
    const here = ground((url) => right(url));
    const before = async (address: string) =>
      address.endsWith('.css') ? right('assets/style-1.css') : page();
    await takeIn(here, before);
    expect(here.asked.toSorted()).toEqual(['assets/walk-1.js default', 'index.html default']);
  });

  it('is put right where it was damaged or lost, as soon as that can be done', async () => {
    await takeIn(
      ground((url) => right(url)),
      nothing,
    );
    kept.set(`${place}assets/walk-1.js`, page());
    kept.delete(`${place}index.html`);
    expect(await makeWhole(ground(page))).toBe(false);
    const good = ground((url) => right(url));
    expect(await makeWhole(good)).toBe(true);
    expect(good.asked).toEqual(['index.html reload', 'assets/walk-1.js reload']);
    expect(await makeWhole(ground(page))).toBe(true);
    const [file] = files;
    if (file) expect(await (await mend(good, file)).text()).toBe(texts['index.html']);
  });

  it.each([
    ['a page of a portal', page],
    ['a script that was altered', () => right('assets/style-1.css', 'text/javascript')],
  ])('is given as it is right: what is held is looked at first (%s)', async (_, wrong) => {
    const [html, script] = files;
    if (html === undefined || script === undefined) throw new Error('no files');
    const good = ground((url) => right(url));
    await takeIn(good, nothing);
    const none = ground(page);
    expect(await (await give(none, script)).text()).toBe(texts['assets/walk-1.js']);
    expect(none.asked).toEqual([]);
    for (const { url } of [html, script]) kept.set(place + url, wrong());
    await expect(give(none, html)).rejects.toThrow('index.html');
    await expect(give(none, script)).rejects.toThrow('assets/walk-1.js');
    expect(await (await give(good, html)).text()).toBe(texts['index.html']);
    expect(await (await give(good, script)).text()).toBe(texts['assets/walk-1.js']);
    // It was put right with that.
    expect(await makeWhole(none)).toBe(true);
  });

  it('is given whole where the disk is too full to keep it', async () => {
    const [html] = files;
    if (html === undefined) throw new Error('no files');
    const here = ground((url) => right(url));
    const put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    const full = { ...here, cache: { ...here.cache, put } };
    expect(await (await give(full, html)).text()).toBe(texts['index.html']);
    expect(here.asked).toEqual(['index.html reload']);
    await expect(mend(full, html)).rejects.toThrow('full');
  });
});
