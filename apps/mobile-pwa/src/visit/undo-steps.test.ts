import { expect, it } from 'vitest';
import { UndoSteps } from './undo-steps.ts';

function steps() {
  const told: (string | undefined)[] = [];
  const undone: string[] = [];
  const undo = new UndoSteps((itemCode) => told.push(itemCode));
  undo.add({ itemCode: 'M01', before: { note: null } });
  undo.add({ itemCode: 'M02', before: { count: 2 } });
  const write = async ({ itemCode }: { itemCode: string }) => {
    undone.push(itemCode);
  };
  return { undo, told, undone, write };
}

it('undoes the last first, one after another, however fast it is asked for', async () => {
  const { undo, told, undone, write } = steps();
  expect(await Promise.all([undo.undo(write), undo.undo(write), undo.undo(write)])).toEqual([
    ...['M02', 'M01', undefined],
  ]);
  expect(undone).toEqual(['M02', 'M01']);
  expect(told).toEqual(['M01', 'M02', 'M01', undefined]);
});

it('keeps a step that could not be undone, and what was done meanwhile after it', async () => {
  const { undo, told, undone, write } = steps();
  const full = async () => {
    undo.add({ itemCode: 'M03', before: { conformity: null } });
    throw new Error('the disk is full');
  };
  await expect(undo.undo(full)).rejects.toThrow('full');
  expect(told.at(-1)).toBe('M03');
  for (let times = 0; times < 3; times += 1) await undo.undo(write);
  expect(undone).toEqual(['M03', 'M02', 'M01']);
});
