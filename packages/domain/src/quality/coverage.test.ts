import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.ts';
import type { QualityFact } from './quality-history.ts';
import { redeclarationDue } from './redeclaration.ts';

const units = Array.from({ length: 21 }, (_, index) => ({ identityId: `commune-${index}` }));
const declared: QualityFact[] = [
  { kind: 'apply', onDate: '2019-03-01' },
  { kind: 'internal-audit', onDate: '2019-11-01' },
  { kind: 'management-review', onDate: '2019-11-20' },
  { kind: 'declare', onDate: '2019-12-01' },
];
const systems = [0, 1, 2, 3, 4].map((index) => ({ identityId: `commune-${index}`, history: declared }));

describe('coverage', () => {
  it('5 of 21 communes are 23.81 %', () => {
    expect(coverage(units, systems, '2020-09-30')).toMatchObject({
      units: 21,
      declared: 5,
      maintained: 5,
      lapsed: 0,
      ratio: 0.2381,
    });
  });

  it('a lapsed declaration is still in force; a funnel counts every unit once', () => {
    const building = { identityId: 'commune-9', history: [{ kind: 'build', onDate: '2020-01-01' } as const] };
    const late = coverage(units, [...systems, building], '2021-06-01');
    expect(late).toMatchObject({ declared: 5, maintained: 0, lapsed: 5, ratio: 0.2381 });
    expect(late.funnel).toMatchObject({ building: 1, 'not-started': 15, 'declared-lapsed': 5 });
    expect(Object.values(late.funnel).reduce((sum, count) => sum + count)).toBe(21);
  });

  it('systems of other units do not count, and no units have no ratio', () => {
    expect(coverage([{ identityId: 'new' }], systems, '2025-07-02')).toMatchObject({ declared: 0, ratio: 0 });
    expect(coverage([], systems, '2025-07-02').ratio).toBeNull();
  });
});

describe('redeclarationDue', () => {
  const predecessors = [
    { unitId: 'declared', history: declared },
    { unitId: 'building', history: [{ kind: 'build', onDate: '2024-01-01' } as const] },
    { unitId: 'none', history: [] },
    {
      unitId: 'withdrawn',
      history: [...declared, { kind: 'close', onDate: '2022-01-01', reason: 'withdrawn' } as const],
    },
  ];
  const successorSince = '2025-07-01';

  it('a successor of units with a system, at any stage, must declare', () => {
    expect(redeclarationDue({ successorSince, predecessors, history: [] }, '2025-07-02')).toEqual({
      because: 'reorganisation',
      since: '2025-07-01',
      predecessorIds: ['declared', 'building'],
      rule: 'unit-ended',
    });
  });

  it('not before the reorganisation, not without such a predecessor, not once it has declared', () => {
    expect(redeclarationDue({ successorSince, predecessors, history: [] }, '2025-06-30')).toBeNull();
    const none = predecessors.filter(({ unitId }) => unitId === 'none');
    expect(redeclarationDue({ successorSince, predecessors: none, history: [] }, '2025-07-02')).toBeNull();
    const own: QualityFact[] = [{ kind: 'declare', onDate: '2026-01-05' }];
    expect(redeclarationDue({ successorSince, predecessors, history: own }, '2026-01-05')).toBeNull();
    expect(redeclarationDue({ successorSince, predecessors, history: own }, '2026-01-04')).not.toBeNull();
  });

  it('closing the old declaration on the day of the reorganisation takes nothing away', () => {
    const closed: QualityFact = { kind: 'close', onDate: successorSince, reason: 'reorganisation' };
    const input = {
      successorSince,
      predecessors: [{ unitId: 'old', history: [...declared, closed] }],
      history: [],
    };
    expect(redeclarationDue(input, '2025-07-02')?.predecessorIds).toEqual(['old']);
  });

  it('a changed scope must be declared again', () => {
    const history: QualityFact[] = [...declared, { kind: 'scope-changed', onDate: '2020-02-01' }];
    expect(redeclarationDue({ successorSince: null, predecessors: [], history }, '2020-02-02')).toMatchObject(
      {
        because: 'scope-changed',
        since: '2020-02-01',
      },
    );
  });
});
