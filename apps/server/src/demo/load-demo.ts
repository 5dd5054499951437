import { diskStore } from '@kycuong/api/evidence/store.ts';
import { loadBuiltIn } from '@kycuong/api/load-built-in.ts';
import { enter } from '@kycuong/api/transaction.ts';
import { account } from '@kycuong/db/schema/access.ts';
import { unit } from '@kycuong/db/schema/organisation.ts';
import { demoAccounts, demoPassword } from '@kycuong/domain/access/demo-accounts.ts';
import { dateInVietnam } from '@kycuong/domain/calendar/plain-date.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { isInForce } from '@kycuong/domain/organisation/unit.ts';
import { communeKinds } from '@kycuong/domain/organisation/unit-kind.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { tellPeople } from './people.ts';
import { newCommuneStory, officeStory, oldCommuneStory } from './quality-stories.ts';
import { tellSystem } from './quality-story.ts';
import { tellRounds } from './rounds-today.ts';
import { createTeller, type Teller } from './teller.ts';
import { reform, tellUnits } from './units.ts';

export interface DemoStory {
  readonly accounts: readonly { readonly username: string; readonly role: string }[];
  /** One for all; shown only with the demo. */
  readonly password: string;
}

/** The accounts of the story and the one password of all of them. */
export const demoStory: DemoStory = {
  accounts: demoAccounts.map(({ username, vi }) => ({ username, role: vi })),
  password: demoPassword,
};

async function requireEmpty({ ground }: Teller): Promise<void> {
  const [someone] = await ground.database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'kycuong', roles: ['administrator'] }, ground.now());
    return [...(await tx.select().from(account).limit(1)), ...(await tx.select().from(unit).limit(1))];
  });
  if (someone !== undefined) throw new DomainError('conflict', 'system.database-not-empty');
}

async function unitsOf({ ground }: Teller) {
  return ground.database.transaction(async (tx) => {
    await enter(tx, { kind: 'system', name: 'kycuong', roles: ['administrator'] }, ground.now());
    return tx.select().from(unit).orderBy(unit.code);
  });
}

/**
 * Tells the demo story through the product's own commands, with the facts' own dates: Trực Ninh in 2020, the reform of
 * 1 July 2025, quality systems of today's communes, and rounds around the day of loading.
 * @throws DomainError `system.database-not-empty` unless there are neither units nor accounts
 */
export async function loadDemo(
  { connection, evidenceFolder }: Pick<OpenDatabase, 'connection' | 'evidenceFolder'>,
  now: () => Date,
  log: (message: string) => void,
): Promise<DemoStory> {
  const moment = now();
  const today = dateInVietnam(moment);
  const teller = createTeller(connection.db, diskStore(evidenceFolder), moment);
  await requireEmpty(teller);
  await loadBuiltIn(teller.ground);
  log('Câu chuyện mẫu: đơn vị và lịch sử sắp xếp…');
  await tellUnits(teller);
  const units = await unitsOf(teller);
  const inForce = (row: (typeof units)[number]) => isInForce(row, today);
  const unitId = (code: string) => units.find((row) => row.code === code && inForce(row))?.id ?? '';
  await tellPeople(teller, unitId);
  log('Câu chuyện mẫu: hệ thống ISO 9001 năm 2020 và hiện nay…');
  const trucNinh = units.find(({ code }) => code === '363')?.id;
  for (const row of units.filter(({ parentId }) => parentId === trucNinh))
    await tellSystem(teller, row.kind === 'office' ? officeStory(row) : oldCommuneStory(row));
  const communes = units.filter((row) => row.validFrom === reform && communeKinds.includes(row.kind));
  for (const [index, row] of communes.entries()) {
    const story = newCommuneStory(row, index, today);
    if (story) await tellSystem(teller, story);
  }
  log('Câu chuyện mẫu: các đợt kiểm tra quanh hôm nay…');
  await tellRounds(teller, today, unitId);
  return demoStory;
}
