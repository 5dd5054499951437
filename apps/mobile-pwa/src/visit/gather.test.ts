import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import { describe, expect, it } from 'vitest';
import { logCommand } from '../sync/log-command.ts';
import { openTablet } from '../testing/tablet.ts';
import { readGathered } from './gather.ts';

const visitId = uuidV7();
function answered(author: string, receivedAt: string): FieldCommand {
  return {
    action: 'answer.set',
    payload: { visitId, itemCode: 'M01', note: 'Đã xem' },
    id: uuidV7(),
    author,
    clock: '000000000001-0000-00000001',
    base: null,
    writtenAt: '2026-11-23T01:00:00.000Z',
    receivedAt,
  };
}

describe('what has come from whom', () => {
  it('counts what the server took apart from what waits here, and knows nothing of who sent nothing', async () => {
    const tablet = openTablet();
    const { store, author: account } = tablet;
    const colleague = uuidV7();
    const commands = [
      answered(colleague, '2026-11-23T01:30:00.000Z'),
      answered(colleague, '2026-11-23T01:20:00.000Z'),
    ];
    for (const [order, command] of commands.entries())
      await store.serverCommands.add({ account, id: command.id, visitId, order, command });
    await logCommand(tablet.hand(), tablet.answer('M02', 'của tôi', visitId));
    const people = await readGathered(store, account, visitId);
    expect(people.get(colleague)).toMatchObject({
      records: 2,
      photos: 0,
      waiting: 0,
      lastAt: '2026-11-23T01:30:00.000Z',
    });
    expect(people.get(account)).toMatchObject({ records: 0, waiting: 1, lastAt: null });
    expect(people.get(uuidV7())).toBeUndefined();
  });
});
