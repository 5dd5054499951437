import { expect, it } from 'vitest';
import type { Translate } from '../i18n.ts';
import { partsMessages } from '../messages/parts.ts';
import { problemLine, problemsIn } from './error-summary.tsx';

it('finds every message of nested errors with the name of its field', () => {
  const owner = { type: 'input.required', message: 'Nhập hoặc chọn mục này.' };
  expect(problemsIn({ cause: owner, steps: [undefined, { owner }], root: { refused: owner } })).toEqual([
    { name: 'cause', type: owner.type, message: owner.message },
    { name: 'steps.1.owner', type: owner.type, message: owner.message },
    { name: 'root.refused', type: owner.type, message: owner.message },
  ]);
});

const t: Translate = (key, values) =>
  (key === 'parts:please-enter' ? partsMessages.vi['please-enter'] : key).replace(
    '{{name}}',
    `${values?.name}`,
  );
const field = { label: 'Yêu cầu đơn vị làm gì', asks: 'enter', row: undefined, judge: undefined } as const;

it.each([
  [
    'of one left empty, what is to be done',
    { type: 'input.required', message: 'Nhập hoặc chọn mục này.' },
    field,
    'Nhập yêu cầu đơn vị làm gì.',
  ],
  [
    'of several alike, which one',
    { type: 'input.required', message: 'Nhập hoặc chọn mục này.' },
    { ...field, row: 'Yêu cầu 2' },
    'Yêu cầu 2: Nhập yêu cầu đơn vị làm gì.',
  ],
  [
    'of a wrong one, its name once',
    { type: 'input.no-such-day', message: 'Không có ngày 31/02/2026.' },
    { ...field, label: 'Ngày họp' },
    'Ngày họp: Không có ngày 31/02/2026.',
  ],
  [
    'of one beyond its bound, its name once too',
    { type: 'input.day-in-future', message: 'Ngày họp không được sau hôm nay.' },
    { ...field, label: 'Ngày họp' },
    'Ngày họp không được sau hôm nay.',
  ],
  [
    'of a box to be ticked, its sentence once',
    { type: 'audit.not-impartial', message: 'Xác nhận không ai đánh giá công việc của chính mình.' },
    { ...field, label: 'Xác nhận không ai đánh giá công việc của chính mình', asks: 'tick' },
    'Xác nhận không ai đánh giá công việc của chính mình.',
  ],
  [
    'of a row, where it stands',
    { type: 'input.required', message: 'Nhập hoặc chọn mục này.' },
    { ...field, label: 'Ngày đến 1', called: 'ngày đến ở dòng 1' },
    'Nhập ngày đến ở dòng 1.',
  ],
] as const)('says %s', (_, problem, named, line) => {
  expect(problemLine(problem, named, t)).toBe(line);
});
