import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundStamp, clockShape, greatestLeadMs, nextStamp } from './clock.ts';

const device = '0190a000-0000-7000-8000-0000deadbeef';

describe('hybrid logical clock', () => {
  it('only goes forward, whatever the device’s own time does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 2 ** 43 }), { minLength: 2 }), (times) => {
        let last: string | undefined;
        for (const time of times) {
          const next = nextStamp(last, device, time);
          expect(next).toMatch(clockShape);
          if (last !== undefined) expect(next > last).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('cuts back the stamp of a tablet that is set to next year', () => {
    const received = Date.parse('2026-11-23T02:00:00Z');
    const nextYear = nextStamp(undefined, device, Date.parse('2027-11-23T02:00:00Z'));
    const bound = boundStamp(nextYear, received);
    expect(bound < nextStamp(undefined, device, received + greatestLeadMs + 1)).toBe(true);
    const honest = nextStamp(undefined, device, received);
    expect(boundStamp(honest, received)).toBe(honest);
  });
});
