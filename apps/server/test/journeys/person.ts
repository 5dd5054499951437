import AxeBuilder from '@axe-core/playwright';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import type { Browser, Page } from 'playwright-core';
import { houseUrl } from '../house.ts';

interface Window {
  readonly width: number;
  readonly height: number;
}

/** A person of the demo story at a desk of their own, signed in through the sign-in page. */
export async function signIn(
  browser: Browser,
  username: string,
  viewport: Window = { width: 1440, height: 900 },
  password: string = demoPassword,
): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(new URL('/sign-in', houseUrl()).href);
  await type(page, 'Tên đăng nhập', username);
  await type(page, 'Mật khẩu', password);
  await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Việc chờ tôi' }).waitFor();
  return page;
}

/** Key by key, as people do, over what stood in the field: what it does meanwhile counts. */
export async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Leaves no half-filled form to the next journey of the same person. */
export async function throwDraftAway(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Bỏ bản nháp' }).click();
  await page.getByRole('button', { name: 'Khôi phục bản nháp' }).waitFor();
}

/** A day as people write it and the screens show it: 24/11/2026. */
export function formatDate(date: string): string {
  return date.split('-').reverse().join('/');
}

/** What an empty field of a form says once it was sent. */
export function please(label: string, verb: 'Nhập' | 'Chọn' = 'Nhập'): string {
  return `${verb} ${label.charAt(0).toLowerCase()}${label.slice(1)}.`;
}

/** What axe finds wrong with the page as it stands, each rule with the places that break it. */
export async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // There are no frames; without their page of their own it takes half as long.
    .setLegacyMode()
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
