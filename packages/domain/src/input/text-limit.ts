import * as z from 'zod/mini';

type Schema = z.core.$ZodType;

/** What lies one step inside: a part of an object or list, and through what a schema is wrapped in. */
function inside(schema: Schema, key: string | undefined): Schema[] {
  if (schema instanceof z.ZodMiniOptional || schema instanceof z.ZodMiniNullable)
    return [schema._zod.def.innerType];
  if (schema instanceof z.ZodMiniDefault) return [schema._zod.def.innerType];
  if (schema instanceof z.ZodMiniPipe) return [schema._zod.def.in];
  if (schema instanceof z.ZodMiniUnion || schema instanceof z.ZodMiniDiscriminatedUnion)
    return [...schema._zod.def.options];
  if (schema instanceof z.ZodMiniIntersection) return [schema._zod.def.left, schema._zod.def.right];
  if (key === undefined) return [];
  if (schema instanceof z.ZodMiniArray) return [schema._zod.def.element];
  if (schema instanceof z.ZodMiniRecord) return [schema._zod.def.valueType];
  if (!(schema instanceof z.ZodMiniObject)) return [];
  const part = Object.entries<Schema>(schema._zod.def.shape).find(([name]) => name === key)?.[1];
  return part ? [part] : [];
}

const takesKey = (schema: Schema) =>
  schema instanceof z.ZodMiniArray || schema instanceof z.ZodMiniRecord || schema instanceof z.ZodMiniObject;

/** The longest text that a schema takes at a path such as `plan.0.task`; undefined where it names no length. */
export function textLimit(schema: Schema, path: string | readonly string[]): number | undefined {
  const [key, ...rest] = typeof path === 'string' ? path.split('.') : path;
  if (key === undefined && schema instanceof z.ZodMiniString) {
    const longest = schema._zod.def.checks?.map(({ _zod: { def } }) => def).find(isMaxLength);
    return longest?.maximum;
  }
  const after = takesKey(schema) ? rest : key === undefined ? [] : [key, ...rest];
  for (const part of inside(schema, key)) {
    const limit = textLimit(part, after);
    if (limit !== undefined) return limit;
  }
  return undefined;
}

function isMaxLength(def: z.core.$ZodCheckDef): def is z.core.$ZodCheckMaxLengthDef {
  return def.check === 'max_length';
}
