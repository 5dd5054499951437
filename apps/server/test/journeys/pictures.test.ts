import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { exchange, goToItem, makeReady, openTablet, type Tablet } from '../tablet.ts';
import { type Api, apiAs, cookieAs } from './api-as.ts';

let browser: Browser;
let tablet: Tablet;
let api: Api;
let cookie = '';
let visitId = '';

beforeAll(async () => {
  browser = await launchBrowser();
  tablet = await openTablet(browser, 'kiemtra1');
  visitId = await makeReady(tablet.page, 'Minh Thái');
  [api, cookie] = await Promise.all([apiAs('kiemtra1'), cookieAs('kiemtra1')]);
});
afterAll(async () => {
  await browser?.close();
});

const drawing = (width: number, height: number, ground = '') =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${ground}<text x="20" y="60" font-size="40">Biên bản số 12</text></svg>`,
  );
const paper = '<rect width="100%" height="100%" fill="#fffbe6"/>';
const photo = (width: number, height: number) =>
  sharp(drawing(width, height, paper)).withExif({
    IFD0: { Model: 'May anh cua xa' },
    IFD2: { DateTimeOriginal: '2026:11:20 08:00:00', OffsetTimeOriginal: '+07:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '20/1 15/1 0/1' },
  });

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer });

async function choose(item: string, files: readonly ReturnType<typeof file>[], taken: number): Promise<void> {
  await goToItem(tablet.page, visitId, item);
  await tablet.page.locator('.take-photo input:not([capture])').setInputFiles([...files]);
  await tablet.page
    .locator('.photo')
    .nth(taken - 1)
    .waitFor();
}

/** What the server has of an item, with the bytes as they were kept. */
async function arrivedAt(item: string) {
  await exchange(tablet.page);
  const { evidence } = await api.visit.get.query({ visitId });
  const of = (path: string) => fetch(new URL(`/api/evidence/${path}`, houseUrl()), { headers: { cookie } });
  return Promise.all(
    evidence
      .filter(({ target }) => target.id === item)
      .map(async (one) => ({
        ...one,
        bytes: Buffer.from(await (await of(one.evidenceId)).arrayBuffer()),
        shown: Buffer.from(await (await of(`${one.evidenceId}/image`)).arrayBuffer()),
      })),
  );
}

describe('a picture that is no photo', () => {
  it('of a scrolled screen stays as it is, also where the console shows it', async () => {
    const long = await sharp(drawing(1080, 16_000, paper))
      .png()
      .toBuffer();
    await choose('M19', [file('zalo.png', 'image/png', long)], 1);
    const [kept] = await arrivedAt('M19');
    expect(kept).toMatchObject({ mediaType: 'image/png', name: 'zalo.png', source: 'chosen' });
    expect(await sharp(kept?.bytes).metadata()).toMatchObject({ width: 1080, height: 16_000 });
    expect(await sharp(kept?.bytes).raw().toBuffer()).toEqual(await sharp(long).raw().toBuffer());
    expect(await sharp(kept?.shown).metadata()).toMatchObject({ width: 1080, height: 16_000 });
  });

  it('that can be seen through lies on white', async () => {
    const ink = await sharp(drawing(600, 200)).png().toBuffer();
    await choose('M20', [file('chu-ky.png', 'image/png', ink)], 1);
    const [kept] = await arrivedAt('M20');
    const { data, info } = await sharp(kept?.bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * 3).subarray(0, 3)];
    expect([at(0, 0), at(info.width - 1, info.height - 1)]).toEqual([
      [255, 255, 255],
      [255, 255, 255],
    ]);
    expect(data.some((value) => value < 60)).toBe(true);
    expect((await sharp(kept?.bytes).stats()).isOpaque).toBe(true);
  });
});

describe('a photo from the gallery', () => {
  it('that is small keeps its pixels, loses place and device, and bears its own time', async () => {
    const small = await photo(1200, 900).jpeg({ quality: 90 }).toBuffer();
    await choose('M21', [file('IMG_0007.jpg', 'image/jpeg', small)], 1);
    await tablet.page.getByText(/thêm lúc .*theo ảnh: .*20\/11\/2026/).waitFor();
    const [kept] = await arrivedAt('M21');
    expect((await sharp(kept?.bytes).metadata()).exif).toBeUndefined();
    expect(await sharp(kept?.bytes).raw().toBuffer()).toEqual(await sharp(small).raw().toBuffer());
    expect(kept).toMatchObject({
      source: 'chosen',
      stated: { at: '2026-11-20T01:00:00.000Z', by: 'photo' },
    });
    expect(Date.now() - Date.parse(kept?.takenAt ?? '')).toBeLessThan(10 * 60_000);
  });

  it('that is large is made smaller, as it stood', async () => {
    const turned = await photo(3000, 4000).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await choose('M22', [file('IMG_0008.jpg', 'image/jpeg', turned)], 1);
    const [kept] = await arrivedAt('M22');
    expect(await sharp(kept?.bytes).metadata()).toMatchObject({ format: 'jpeg', width: 2000, height: 1500 });
  });
});

it('what cannot be taken is named, with the reason and the way on, and stops no other', async () => {
  await tablet.page.setViewportSize({ width: 390, height: 844 });
  const good = await photo(400, 300).jpeg().toBuffer();
  const heic = Buffer.from(await sharp(drawing(64, 64)).heif({ compression: 'av1' }).toBuffer());
  heic.write('heic', 8, 'latin1');
  heic.write('heic', heic.indexOf('avif'), 'latin1');
  await choose(
    'M23',
    [
      file('IMG_0123.HEIC', 'image/heic', heic),
      file('dat.jpg', 'image/jpeg', good),
      file('quet.tif', 'image/tiff', await sharp(drawing(64, 64)).tiff().toBuffer()),
      file('cut.jpg', 'image/jpeg', good.subarray(0, good.length - 400)),
      file('rong.png', 'image/png', Buffer.alloc(0)),
      file('cu.doc', 'application/msword', Buffer.from('d0cf11e0a1b11ae1', 'hex')),
      file('van-ban.pdf', 'application/pdf', Buffer.from('%PDF-1.4\n%%EOF')),
    ],
    2,
  );
  const said = tablet.page.locator('.take-problem li');
  await expect.poll(() => said.count()).toBe(5);
  expect(await said.allTextContents()).toEqual([
    expect.stringMatching(/^IMG_0123\.HEIC: .*HEIC.*Tương thích nhất.*Chụp ảnh/),
    expect.stringMatching(/^quet\.tif: .*TIFF.*JPG/),
    expect.stringMatching(/^cut\.jpg: .*thiếu phần cuối/),
    expect.stringMatching(/^rong\.png: .*rỗng/),
    expect.stringMatching(/^cu\.doc: .*\.docx/),
  ]);
  // It came below the buttons, and is seen without a touch.
  await expect
    .poll(() =>
      said.first().evaluate((row) => {
        const { left, top, height } = row.getBoundingClientRect();
        return row.contains(document.elementFromPoint(left + 4, top + height / 2));
      }),
    )
    .toBe(true);
  await tablet.page.setViewportSize({ width: 820, height: 1180 });
  expect((await arrivedAt('M23')).map(({ name }) => name)).toEqual(['dat.jpg', 'van-ban.pdf']);
});
