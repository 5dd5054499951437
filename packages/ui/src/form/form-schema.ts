import { textLimit } from '@kycuong/domain/input/text-limit.ts';
import type * as z from 'zod/mini';

/** The schema that judges a form, by the form's control: so a field knows how long its text may be, from the judge itself. */
const schemas = new WeakMap<object, z.core.$ZodType>();

export function noteSchema(control: object, schema: z.core.$ZodType): void {
  schemas.set(control, schema);
}

export function limitOf(control: object, name: string): number | undefined {
  const schema = schemas.get(control);
  return schema && textLimit(schema, name);
}
