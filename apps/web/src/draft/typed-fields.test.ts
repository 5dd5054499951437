import { expect, it } from 'vitest';
import { typedFields, withTyped } from './typed-fields.ts';

const begun = { note: '', grant: { role: 'inspector', from: '2026-12-01', until: '' }, rows: [{ text: '' }] };

it('is what differs, each field of a group by itself, rows together, files never', () => {
  const now = {
    ...begun,
    grant: { ...begun.grant, until: '2027-12-31' },
    rows: [{ text: 'x' }, { text: '' }],
    file: new Blob(['x']),
  };
  const typed = { grant: { until: '2027-12-31' }, rows: [{ text: 'x' }, { text: '' }] };
  expect(typedFields(now, begun)).toEqual(typed);
  const later = { ...begun, grant: { ...begun.grant, from: '2026-12-04' } };
  expect(withTyped(later, typed)).toEqual({
    ...later,
    grant: { role: 'inspector', from: '2026-12-04', until: '2027-12-31' },
    rows: typed.rows,
  });
});

it('takes nothing of another kind than the form has', () => {
  const odd = { note: ['x'], grant: { until: {} }, rows: 'x' };
  expect(withTyped(begun, odd)).toEqual(begun);
});
