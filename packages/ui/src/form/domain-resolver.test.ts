import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { domainResolver, withoutEmpty } from './domain-resolver.ts';

const Answer = z.object({
  cause: z.string().check(z.minLength(3)),
  note: z.optional(z.string()),
  steps: z.array(z.object({ owner: z.string() })),
});
const options = { fields: {}, shouldUseNativeValidation: false } as const;
const read = (values: z.input<typeof Answer>, language: 'vi' | 'en' = 'vi') =>
  domainResolver(Answer, language)(values, undefined, options);

it('takes empty as not given, at any depth', () => {
  expect(withoutEmpty({ a: '', b: [{ c: '' }], d: 0, e: null })).toEqual({
    a: undefined,
    b: [{ c: undefined }],
    d: 0,
    e: null,
  });
});

it('hands on what the schema made of it', async () => {
  expect(await read({ cause: 'thiếu người', note: '', steps: [] })).toEqual({
    values: { cause: 'thiếu người', steps: [] },
    errors: {},
  });
});

it('says in the person’s language what is wrong, at the field', async () => {
  const { errors } = await read({ cause: '', steps: [{ owner: '' }] });
  expect(errors).toMatchObject({
    cause: { type: 'input.required', message: 'Nhập hoặc chọn mục này.' },
    steps: [{ owner: { message: 'Nhập hoặc chọn mục này.' } }],
  });
  expect((await read({ cause: 'ab', steps: [] }, 'en')).errors).toMatchObject({
    cause: { message: 'Needs at least 3 characters.' },
  });
});
