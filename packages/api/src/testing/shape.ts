import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import * as z from 'zod/mini';

/** What a schema says of its input, as JSON Schema. */
export interface Shape {
  type?: string;
  format?: string;
  pattern?: string;
  const?: unknown;
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  required?: string[];
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  allOf?: Shape[];
}
export type Path = readonly (string | number)[];

export function shapeOf(schema: z.ZodMiniType): Shape {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
}

/** A value that fits the shape closely enough to get past most of the schema. */
export function sample(shape: Shape): unknown {
  const { properties, items } = shape;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return shape.enum[0];
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return sample(either[0] ?? {});
  if (properties)
    return Object.fromEntries(Object.entries(properties).map(([key, part]) => [key, sample(part)]));
  if (shape.type === 'array') return items ? [sample(items)] : [];
  if (shape.type === 'integer' || shape.type === 'number') return Math.max(shape.minimum ?? 1, 1);
  if (shape.type === 'boolean') return true;
  if (shape.format === 'uuid') return uuidV7();
  if (shape.format === 'date-time') return '2026-11-23T02:00:00Z';
  return '2026-11-23';
}

/** Every place in a value, leaves and branches. */
export function places(value: unknown, path: Path = []): Path[] {
  const inside = Array.isArray(value)
    ? value.flatMap((part, index) => places(part, [...path, index]))
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => places(part, [...path, key]))
      : [];
  return [path, ...inside];
}

export function replaced(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value))
    return value.map((part, index) => (index === key ? replaced(part, rest, put) : part));
  return { ...(value as object), [key]: replaced((value as Record<string, unknown>)[key], rest, put) };
}
