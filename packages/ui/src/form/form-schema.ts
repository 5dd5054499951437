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

/** The fields that stand in a form, by its control. */
const fields = new WeakMap<object, { readonly keys: () => Iterable<string> }>();

export function noteFields(control: object, named: { readonly keys: () => Iterable<string> }): void {
  fields.set(control, named);
}

/** The names of the fields that people see; undefined where none was told of. */
export function fieldsOf(control: object): Iterable<string> | undefined {
  return fields.get(control)?.keys();
}
