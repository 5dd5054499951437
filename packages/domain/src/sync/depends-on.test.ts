import { describe, expect, it } from 'vitest';
import { type Building, dependantsOf, dependsOn } from './depends-on.ts';

const visitId = 'visit';
const device = 'tablet';
let seq = 0;
function command(action: string, payload: object, change: Partial<Building> = {}): Building {
  seq += 1;
  return { id: `c${seq}`, action, device, visitId, seq, base: null, payload, ...change };
}

describe('what a command builds on', () => {
  it('is the command whose value it changes', () => {
    const first = command('answer.set', { itemCode: 'M01' });
    const second = command('answer.set', { itemCode: 'M01' }, { base: first.id });
    const other = command('answer.set', { itemCode: 'M02' });
    expect([dependsOn(second, first), dependsOn(first, second), dependsOn(other, first)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('is the command that made what it is about, across devices', () => {
    const raised = command('finding.raise', { findingId: 'f' });
    const photo = command('evidence.attach', { target: { kind: 'finding', id: 'f' } });
    const amended = command('finding.amend', { findingId: 'f' }, { device: 'another', seq: 1 });
    const elsewhere = command('evidence.attach', { target: { kind: 'finding', id: 'g' } });
    expect([photo, amended, elsewhere].map((later) => dependsOn(later, raised))).toEqual([true, true, false]);
    expect(dependsOn(command('finding.amend', { findingId: 'f' }, { visitId: 'x' }), raised)).toBe(false);
  });

  it('is everything before the visit was handed in or closed on that device', () => {
    const answered = command('answer.set', { itemCode: 'M01' });
    const elsewhere = command('answer.set', { itemCode: 'M01' }, { device: 'another' });
    const submitted = command('visit.submit', {});
    const after = command('answer.set', { itemCode: 'M02' });
    expect([answered, elsewhere, after].map((earlier) => dependsOn(submitted, earlier))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('goes through others', () => {
    const raised = command('finding.raise', { findingId: 'h' });
    const free = command('answer.set', { itemCode: 'M05' });
    const amended = command('finding.amend', { findingId: 'h' }, { base: raised.id });
    const again = command('finding.amend', { findingId: 'h' }, { base: amended.id });
    expect([...dependantsOf(new Set([raised.id]), [raised, free, amended, again])]).toEqual([
      amended.id,
      again.id,
    ]);
  });

  it('reads what does not parse without failing', () => {
    const broken = command('finding.amend', {}, { payload: null });
    expect(dependsOn(broken, command('finding.raise', { findingId: 7 }))).toBe(false);
  });
});
