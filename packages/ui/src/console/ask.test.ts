import { expect, it } from 'vitest';
import { ask, openQuestion } from './ask.ts';

const question = (title: string) => ({ title, text: '', yes: 'Đăng xuất', no: 'Ở lại' });

it('is answered once, and is gone with its answer', async () => {
  const first = ask(question('Một'));
  expect(openQuestion()).toMatchObject(question('Một'));
  openQuestion()?.answer(true);
  expect([await first, openQuestion()]).toEqual([true, undefined]);
});

it('is a no for the one before, where another one comes', async () => {
  const [first, second] = [ask(question('Một')), ask(question('Hai'))];
  expect([await first, openQuestion()?.title]).toEqual([false, 'Hai']);
  openQuestion()?.answer(false);
  expect([await second, openQuestion()]).toEqual([false, undefined]);
});
