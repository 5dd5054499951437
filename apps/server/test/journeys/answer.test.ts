import { AnswerCorrectiveAction } from '@kycuong/domain/corrective-action/answer-corrective-action.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../browser.ts';
import { houseUrl } from '../house.ts';
import { picture } from '../tablet.ts';
import { apiAs } from './api-as.ts';
import { signIn, violations } from './person.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
});

const overdue = 'Camera Trung tâm Phục vụ hành chính công mất kết nối';
const judged = 'Thiết bị đánh giá hài lòng không tích hợp phần mềm';

const at = (path: string) => new URL(path, houseUrl()).href;
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function openAction(page: Page, title: string): Promise<void> {
  await page.goto(at('/corrective-actions'));
  await page.getByRole('button', { name: title }).click();
  await page.getByRole('complementary', { name: 'Chi tiết yêu cầu' }).getByRole('link').last().click();
  await heading(page, title).waitFor();
}

/** A photo as a phone takes it, larger than one piece of the upload. */
function photo(): Promise<Buffer> {
  const create = { width: 1600, height: 1200, channels: 3, background: '#7d927c' } as const;
  return sharp({ create: { ...create, noise: { type: 'gaussian', mean: 128, sigma: 40 } } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

describe('the head of Cổ Lễ', () => {
  let page: Page;
  beforeAll(async () => {
    page = await signIn(browser, 'chutich');
  });

  it('sees only the commune’s own matters', async () => {
    await page.getByRole('link', { name: 'Yêu cầu khắc phục' }).click();
    await heading(page, 'Yêu cầu khắc phục').waitFor();
    await page.getByText(overdue).waitFor();
    expect(await page.getByText('Ninh Giang').count()).toBe(0);
    expect(await page.getByText(judged).count()).toBe(0);
    expect(await violations(page)).toEqual([]);

    const office = await signIn(browser, 'vanphong');
    await openAction(office, judged);
    const elsewhere = new URL(office.url()).pathname;
    await office.context().close();
    await page.goto(at(elsewhere));
    await page.getByText('Không tìm thấy, hoặc bạn không được xem.').waitFor();
  });

  it('finds what was found, until when and why, and what is lacking', async () => {
    await openAction(page, overdue);
    await page.getByText('quá hạn', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: /ngày làm việc từ/ }).click();
    await page.getByText('Từng ngày một').click();
    await page.getByText('Ngày làm việc thứ 1', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Còn 4 chỗ thiếu trước khi gửi:').waitFor();
    expect(await page.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
  });

  it('writes, and finds it again after the page was closed', async () => {
    await page.getByLabel('1. Nguyên nhân').fill('Hợp đồng bảo trì camera hết hạn từ tháng 8, chưa ký lại.');
    await page.getByText(/^Đã lưu lúc \d\d:\d\d$/).waitFor();
    await page.reload();
    const cause = page.getByLabel('1. Nguyên nhân');
    await cause.waitFor();
    expect(await cause.inputValue()).toContain('Hợp đồng bảo trì');
    await page.getByText('Còn 3 chỗ thiếu trước khi gửi:').waitFor();
  });

  it('is told what is missing when sending too early, and led to it', async () => {
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    const summary = page.getByRole('alert');
    await summary.getByText('Minh chứng').waitFor();
    await page.getByRole('button', { name: 'việc đã khắc phục ở mục 2' }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('correction');
    expect(await violations(page)).toEqual([]);
  });

  it('adds measures and a proof, and sends', async () => {
    await page
      .getByLabel('2. Đã khắc phục ngay')
      .fill('Ngày hôm qua đã thay hai camera, có hình về trung tâm.');
    await page.getByLabel('Việc ở dòng 1').fill('Ký lại hợp đồng bảo trì, kiểm tra camera mỗi sáng');
    await page.getByLabel('Người thực hiện ở dòng 1').fill('Phạm Văn Khải');
    await page.getByLabel('Xong trước, ở dòng 1').fill('31/12/2027');
    await page.getByLabel('Xong trước, ở dòng 1').press('Tab');
    await page.getByLabel('4. Minh chứng').setInputFiles({
      name: 'IMG_0412.HEIC',
      mimeType: 'image/heic',
      buffer: Buffer.from('\0\0\0\u0018ftypheic', 'latin1'),
    });
    await page.getByText(/Ảnh ở định dạng HEIC của điện thoại/).waitFor();
    await page.getByRole('button', { name: 'Bỏ tệp IMG_0412.HEIC' }).click();
    const buffer = await photo();
    expect(buffer.length).toBeGreaterThan(512 * 1024);
    await page
      .getByLabel('4. Minh chứng')
      .setInputFiles({ name: 'camera-sau-khi-thay.jpg', mimeType: 'image/jpeg', buffer });
    await page.getByRole('link', { name: 'camera-sau-khi-thay.jpg' }).waitFor();
    await page.getByText('Đã đủ bốn mục, có thể gửi.').waitFor();
    expect(await violations(page)).toEqual([]);
    const refused: string[] = [];
    page.on('response', (response) => {
      if (response.status() === 409) refused.push(response.url());
    });
    await page.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await page.getByText(/^Đã gửi\. Chờ Sở Nội vụ/).waitFor();
    await page.getByRole('heading', { name: '1. Nguyên nhân' }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
    const picture = page.getByRole('img', { name: /camera-sau-khi-thay/ });
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
    // Nothing is saved behind what was sent.
    expect(refused).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  it('goes on with a proof where it was cut off, also after the page was closed', async () => {
    await openAction(page, '9 hồ sơ đất đai quá hạn không có văn bản xin lỗi');
    const file = { name: 'thu-xin-loi.jpg', mimeType: 'image/jpeg', buffer: await photo() };
    const offsets: string[] = [];
    let arrived = 0;
    await page.route('**/api/evidence/upload/**', (route) => {
      if (route.request().method() !== 'PATCH') return route.continue();
      arrived += 1;
      return arrived > 1 ? route.abort('connectionreset') : route.continue();
    });
    await page.getByLabel('4. Minh chứng').setInputFiles(file);
    await page.getByText('tệp chưa gửi xong ở mục 4').waitFor();
    await page.getByText(/^Đã lưu lúc/).waitFor();
    await expect.poll(() => arrived).toBeGreaterThan(1);
    await page.reload();
    await page.getByText(/chọn lại đúng tệp này để gửi tiếp/).waitFor();
    await page.unroute('**/api/evidence/upload/**');
    page.on('request', (request) => {
      if (request.method() === 'PATCH') offsets.push(request.headers()['upload-offset'] ?? '');
    });
    await page.getByLabel('4. Minh chứng').setInputFiles(file);
    await page.getByRole('link', { name: 'thu-xin-loi.jpg' }).waitFor();
    expect(Number(offsets[0])).toBeGreaterThan(0);
  });

  it('can work on a phone too', async () => {
    const phone = await signIn(browser, 'chutich', { width: 390, height: 844 });
    await phone.goto(at('/corrective-actions'));
    await phone.getByRole('button', { name: 'Niêm yết thiếu 14 trên 107' }).click();
    await phone.getByLabel('1. Nguyên nhân').waitFor();
    expect(await phone.getByRole('button', { name: 'Gửi báo cáo' }).count()).toBe(1);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect(await violations(phone)).toEqual([]);
    await phone.context().close();
  });
});

describe('the programme office', () => {
  const reason = 'Chưa có ảnh màn hình phần mềm nhận kết quả đánh giá từ ba quầy.';
  let office: Page;
  beforeAll(async () => {
    office = await signIn(browser, 'vanphong');
  });

  it('reads an answer with its proof and returns it with a reason', async () => {
    await openAction(office, judged);
    await office.getByRole('img', { name: /anh-sau-khac-phuc/ }).waitFor();
    expect(await violations(office)).toEqual([]);
    await office.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
    await office.getByRole('button', { name: 'Yêu cầu đơn vị bổ sung' }).click();
    await office.getByText('Nhập nội dung cần bổ sung.').first().waitFor();
    await office.getByLabel('Nội dung cần bổ sung').fill(reason);
    expect(await violations(office)).toEqual([]);
    await office.getByRole('button', { name: 'Yêu cầu đơn vị bổ sung' }).click();
    await office.getByText('Yêu cầu bổ sung báo cáo', { exact: true }).waitFor();
    expect(await office.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
    // Sent, nothing of it stays on the computer.
    expect(
      await office.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':words:'))),
    ).toEqual([]);
  });

  it('gets a new answer from the unit, which cannot accept it itself', async () => {
    const head = await signIn(browser, 'chutich.ninhgiang');
    await openAction(head, judged);
    await head.getByText(reason).first().waitFor();
    await head
      .getByLabel('2. Đã khắc phục ngay')
      .fill('Đã kết nối lại thiết bị ở ba quầy, phần mềm nhận kết quả.');
    const actionId = new URL(head.url()).pathname.split('/').at(-1) ?? '';
    const second = await head.context().newPage();
    await second.goto(head.url());
    const cause = second.getByLabel('1. Nguyên nhân');
    await cause.press('End');
    await cause.pressSequentially('  Viết ở cửa sổ thứ hai', { delay: 10 });
    await head.getByRole('button', { name: 'Gửi báo cáo' }).click();
    await head.getByText(/^Đã gửi\. Chờ Sở Nội vụ/).waitFor();
    expect(await head.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
    expect(await head.getByRole('button', { name: 'Yêu cầu bổ sung' }).count()).toBe(0);
    await second.getByRole('button', { name: 'Gửi báo cáo' }).click();
    const told = second.getByRole('alert').filter({ hasText: 'đã có người khác xử lý' });
    await told.getByText(/Phạm Quốc Toản gửi/).waitFor();
    expect(await cause.inputValue()).toMatch(/ {2}Viết ở cửa sổ thứ hai$/);
    expect(await violations(second)).toEqual([]);
    await told.getByRole('button', { name: 'Đóng và bỏ nội dung đã nhập' }).click();
    await second.getByText(/^Đã gửi\. Chờ Sở Nội vụ/).waitFor();
    await second.close();
    const answer = await head.request.post(at('/api/trpc/correctiveAction.accept'), {
      headers: { origin: new URL(houseUrl()).origin },
      data: { id: uuidV7(), payload: { actionId, answerId: uuidV7() } },
    });
    expect(answer.status()).toBe(403);
    await head.context().close();
  });

  it('keeps what it types while a colleague returns the answer and the unit sends another: both are seen', async () => {
    const colleague = await apiAs('vanphong');
    const unit = await apiAs('chutich.ninhgiang');
    await openAction(office, judged);
    const actionId = new URL(office.url()).pathname.split('/').at(-1) ?? '';
    const read = async () => (await unit.correctiveAction.get.query({ actionId })).answers[0];
    const first = await read();
    await office.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
    await office.getByLabel('Nội dung cần bổ sung').pressSequentially('Ảnh chụp  màn hình ', { delay: 10 });
    await colleague.correctiveAction.return.mutate({
      id: uuidV7(),
      payload: { actionId, answerId: first?.answerId ?? '', reason: 'Đồng nghiệp yêu cầu bổ sung trước.' },
    });
    await office.keyboard.type('còn mờ', { delay: 10 });
    await office.getByRole('button', { name: 'Yêu cầu đơn vị bổ sung' }).click();
    const told = office.getByRole('alert').filter({ hasText: 'đã có người khác xử lý' });
    await told.getByText('Đồng nghiệp yêu cầu bổ sung trước.').waitFor();
    await told.getByText(/Trần Thị Bích Ngọc đã yêu cầu bổ sung báo cáo này/).waitFor();
    const form = office.getByRole('region', { name: 'Yêu cầu đơn vị bổ sung' });
    await form.getByRole('alert').waitFor();
    expect(await office.getByLabel('Nội dung cần bổ sung').inputValue()).toBe('Ảnh chụp  màn hình còn mờ');
    expect(await violations(office)).toEqual([]);

    const again = AnswerCorrectiveAction.parse({ ...first?.content, actionId });
    await unit.correctiveAction.answer.mutate({ id: uuidV7(), payload: again });
    await office.getByRole('button', { name: 'Yêu cầu đơn vị bổ sung' }).click();
    await office.getByRole('button', { name: 'Đã đọc báo cáo mới' }).click();
    expect(await office.getByLabel('Nội dung cần bổ sung').inputValue()).toBe('Ảnh chụp  màn hình còn mờ');

    const home = office.getByRole('link', { name: 'Việc chờ tôi' }).first();
    const reason = office.getByLabel('Nội dung cần bổ sung');
    const begin = () => office.getByRole('button', { name: 'Yêu cầu bổ sung', exact: true }).click();
    const left = office.getByText(/^Yêu cầu đơn vị bổ sung: còn nội dung chưa gửi, soạn /);
    await home.click();
    await heading(office, 'Việc chờ tôi').waitFor();

    // Left without a question: the words are on the computer, and the page tells of them.
    await openAction(office, judged);
    await left.waitFor();
    await office.locator('blockquote').getByText('Ảnh chụp  màn hình còn mờ').waitFor();
    expect(await violations(office)).toEqual([]);
    await picture(office, 'words-left');
    await begin();
    await office.getByText(/^Biểu mẫu có lại nội dung chưa gửi, soạn /).waitFor();
    expect([await reason.inputValue(), await left.count()]).toEqual(['Ảnh chụp  màn hình còn mờ', 0]);
    expect(await violations(office)).toEqual([]);
    await picture(office, 'words-again');
    await office.getByRole('button', { name: 'Bỏ nội dung này' }).click();
    expect(await reason.inputValue()).toBe('');
    await office.getByRole('button', { name: 'Lấy lại nội dung vừa bỏ' }).click();
    expect(await reason.inputValue()).toBe('Ảnh chụp  màn hình còn mờ');
    await reason.press('End');
    await reason.pressSequentially(' lắm', { delay: 10 });
    await office.reload();
    await begin();
    expect(await reason.inputValue()).toBe('Ảnh chụp  màn hình còn mờ lắm');
    await office.getByRole('button', { name: 'Hủy' }).click();
    expect(await left.count()).toBe(0);
    await begin();
    expect(await reason.inputValue()).toBe('');

    // Where the computer keeps nothing, it asks.
    await office.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await reason.pressSequentially('Không giữ được', { delay: 10 });
    const question = office.getByRole('dialog', { name: 'Nội dung vừa soạn chưa được lưu' });
    await home.click();
    await question.waitFor();
    expect(await violations(office)).toEqual([]);
    await question.getByRole('button', { name: 'Ở lại' }).click();
    const closing = office.waitForEvent('dialog');
    await office.close({ runBeforeUnload: true });
    expect((await closing).type()).toBe('beforeunload');
    await (await closing).dismiss();
    expect(await reason.inputValue()).toBe('Không giữ được');
    await home.click();
    await question.getByRole('button', { name: 'Rời trang' }).click();
    await heading(office, 'Việc chờ tôi').waitFor();

    // Given up by its own button: nobody is asked, and nothing is kept.
    await openAction(office, judged);
    await begin();
    await reason.pressSequentially('Bỏ đi');
    await office.getByRole('button', { name: 'Hủy' }).click();
    await home.click();
    await heading(office, 'Việc chờ tôi').waitFor();
  });

  it('accepts it, and the matter is done', async () => {
    await openAction(office, judged);
    await office.getByText('Phạm Quốc Toản gửi', { exact: false }).first().waitFor();
    await office.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
    await office.getByLabel('Ghi chú').pressSequentially('Đủ minh chứng.', { delay: 10 });
    await office.getByRole('button', { name: 'Chấp nhận báo cáo' }).click();
    await office
      .getByText(/chấp nhận ngày/)
      .first()
      .waitFor();
    expect(await office.getByRole('button', { name: 'Chấp nhận' }).count()).toBe(0);
    // Sent, nothing of it stays on the computer.
    expect(
      await office.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':words:'))),
    ).toEqual([]);
    expect(await office.getByRole('button', { name: 'Yêu cầu bổ sung' }).count()).toBe(0);
    await office.getByText('Các lần báo cáo trước').waitFor();
    expect(await violations(office)).toEqual([]);
  });
});
