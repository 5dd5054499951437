import { hashPassword } from '@kycuong/api/access/password.ts';
import { type House, openHouse } from '@kycuong/api/testing/house.ts';
import { account, credential } from '@kycuong/db/schema/access.ts';
import { demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { requireNoDemo } from './require-no-demo.ts';

const publicUrl = new URL('https://kycuong.example.vn');
const id = uuidV7();
let house: House;

beforeAll(async () => {
  house = await openHouse();
  const people = [
    { id, username: 'quantri', password: demoPassword, invented: true },
    { id: uuidV7(), username: 'iso', password: 'mot-cau-dai-cua-rieng-toi', invented: true },
    // A person's own choice of the same words is no demo.
    { id: uuidV7(), username: 'ba.that', password: demoPassword, invented: false },
  ];
  for (const { password, ...person } of people) {
    const passwordHash = await hashPassword(password);
    await house.lookAsSystem(async (tx) => {
      await tx.insert(account).values({ ...person, fullName: 'Quản Trị' });
      await tx.insert(credential).values({ accountId: person.id, passwordHash, changedAt: new Date() });
    });
  }
});
afterAll(() => house.close());

const given = (url: URL | undefined, isAskedFor = false) =>
  requireNoDemo(house.connection, { publicUrl: url }, isAskedFor);

it('a demo account with the demo password is not opened to a network unless somebody asks for it', async () => {
  await expect(given(publicUrl)).rejects.toMatchObject({
    key: 'system.demo-in-public',
    details: { username: 'quantri' },
  });
  await given(undefined);
  await given(publicUrl, true);
});

it('one that was disabled does no harm, nor one with a password of its own', async () => {
  const mine = eq(account.id, id);
  await house.lookAsSystem((tx) => tx.update(account).set({ disabledAt: new Date() }).where(mine));
  await given(publicUrl);
});
