import { closeVisit } from '../visit/close.ts';
import { getVisit } from '../visit/get-visit.ts';
import type { House } from './house.ts';

/** The leader reads the visit at the console, and closes it as it was read. */
export async function closeAtDesk(house: House, visitId: string, note?: string): Promise<void> {
  const { version: seen } = await house.ask('leader', getVisit, { visitId });
  await house.run('leader', closeVisit, { visitId, note, seen });
}
