import { trailEntry } from '@kycuong/db/schema/trail.ts';
import { expect, it } from 'vitest';
import { RowBuffer } from './row-buffer.ts';

/** The statements by which a buffer of its own writes one row. */
async function written(row: object): Promise<string[]> {
  const texts: string[] = [];
  const rows = new RowBuffer([['insert', trailEntry]]);
  rows.add('insert', trailEntry, row);
  await rows.flush(async (text) => {
    texts.push(text);
    return [];
  });
  return texts;
}

it('writes every column of a row, whoever wrote to the table first', async () => {
  // As after a restart: what the system receives comes before what a person writes.
  const first = await written({ at: 1, action: 'evidence.receive' });
  const second = await written({ at: 2, actor_id: 'x', device_id: 'y', action: 'answer.set' });
  expect(first).toEqual([expect.stringContaining('("at", "action") select "at", "action"')]);
  expect(second).toEqual([expect.stringContaining('("at", "actor_id", "device_id", "action")')]);
  // A text that is the same each time is planned once.
  expect(await written({ at: 3, action: 'evidence.receive' })).toEqual(first);
});
