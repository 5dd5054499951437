import { builtInChecklists } from '@kycuong/domain/checklist/built-in/checklists.ts';
import { applyCommand, viewOf } from '@kycuong/domain/visit/visit-view.ts';
import { describe, expect, it } from 'vitest';
import { answeredOf, isUncounted, neighbour, nextUnanswered, placesOf } from './progress.ts';

const checklist = builtInChecklists[0]?.content;
if (checklist === undefined) throw new Error('no built-in checklist');

function answered(...codes: string[]) {
  const view = viewOf([]);
  for (const itemCode of codes)
    applyCommand(view, {
      id: itemCode,
      action: 'answer.set',
      author: 'a',
      clock: '0',
      base: null,
      writtenAt: '2026-11-23T02:00:00.000Z',
      payload: { visitId: 'v', itemCode, conformity: 'conform' },
    });
  return view;
}

describe('the walk', () => {
  const places = placesOf(checklist);
  const codes = places.map(({ item }) => item.code);

  it('names what was answered without its count, but not what does not apply, nor a true zero', () => {
    const [item, plain] = [true, false].map(
      (counts) => places.find((place) => (place.item.count !== null) === counts)?.item,
    );
    if (item === undefined || plain === undefined) throw new Error('no such line');
    const { code } = item;
    expect(isUncounted(answered(), item)).toBe(false);
    expect(isUncounted(answered(code), item)).toBe(true);
    expect(isUncounted(answered(plain.code), plain)).toBe(false);
    for (const part of [{ count: 0 }, { conformity: 'not-applicable' as const }]) {
      const view = answered(code);
      const rest = { action: 'answer.set', author: 'a', clock: '1', base: null } as const;
      const payload = { visitId: 'v', itemCode: code, ...part };
      applyCommand(view, { id: 'later', writtenAt: '2026-11-23T02:00:00.000Z', ...rest, payload });
      expect(isUncounted(view, item)).toBe(false);
    }
  });

  it('goes on to the next unanswered, and starts over at the end', () => {
    expect(nextUnanswered(checklist, answered('D01', 'D02'), 'D01')?.item.code).toBe('D03');
    expect(nextUnanswered(checklist, answered('D01'), codes.at(-1) ?? '')?.item.code).toBe('D02');
    expect(nextUnanswered(checklist, answered(), null)?.item.code).toBe('D01');
    expect(nextUnanswered(checklist, answered(...codes), 'D01')).toBeUndefined();
  });

  it('goes through one’s own sections first, then helps with the others', () => {
    const mine = new Set([places.at(-1)?.section.code ?? '']);
    const own = places.filter(({ section }) => mine.has(section.code)).map(({ item }) => item.code);
    const next = (view: ReturnType<typeof answered>, from: string) =>
      nextUnanswered(checklist, view, from, mine)?.item.code;
    expect(next(answered(), 'D01')).toBe(own[0]);
    expect(next(answered(own[0] ?? ''), own[0] ?? '')).toBe(own[1]);
    expect(next(answered(...own), own.at(-1) ?? '')).toBe('D01');
  });

  it('stays on an item that is the only one left', () => {
    const others = codes.filter((code) => code !== 'M01');
    expect(nextUnanswered(checklist, answered(...others), 'M01')?.item.code).toBe('M01');
  });

  it('counts results, not notes', () => {
    const view = answered('D01');
    applyCommand(view, {
      id: 'note',
      action: 'answer.set',
      author: 'a',
      clock: '0',
      base: null,
      writtenAt: '2026-11-23T02:00:00.000Z',
      payload: { visitId: 'v', itemCode: 'D02', note: 'xem lại' },
    });
    expect(answeredOf(view, checklist.sections[0]?.items ?? [])).toBe(1);
  });

  it('has a neighbour on each side, but for the ends', () => {
    expect(neighbour(checklist, 'D09', 1)?.item.code).toBe('D10');
    expect(neighbour(checklist, 'D01', -1)).toBeUndefined();
  });
});
