import { permissions } from '@kycuong/domain/access/permission.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { isTooDeep, mostLevels } from '@kycuong/domain/input/is-too-deep.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import * as z from 'zod/mini';
import { findFieldVerb, takesSchemaVersion } from './field-commands.ts';
import { brokenItem, type FieldItem, fieldItem } from './field-item.ts';

const noId = '00000000-0000-0000-0000-000000000000';

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what no column takes
const control = /[\u0000-\u001f\u007f]/g;
const readable = z.pipe(
  z.string().check(z.maxLength(80)),
  z.transform((text: string) => text.toWellFormed().replaceAll(control, '')),
);

/** What of a broken envelope is still readable: enough to keep it and to answer. */
const Named = z.object({
  id: z.catch(Id, noId),
  action: z.catch(readable, ''),
  author: z.catch(z.nullable(Id), null),
});

/** One command as it was pushed: whose it is, and what it is to be judged by. */
export interface PushedItem {
  readonly id: string;
  readonly action: string;
  readonly device: string | undefined;
  readonly item: FieldItem | undefined;
  /** Told where there is no item: nothing could be kept of it. */
  readonly failure: DomainError | undefined;
}

export const readNamed = (raw: unknown) =>
  Named.parse(typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : {});

/** An envelope that does not parse is refused and kept as it came, when it names an author. */
function readBroken(raw: unknown, error: z.core.$ZodError): PushedItem {
  const issues = inputIssues(error);
  const failure = new DomainError('invalid', issues[0]?.key ?? 'input.invalid', {}, issues);
  const { id, action, author } = readNamed(raw);
  const item =
    author === null || id === noId ? undefined : brokenItem({ id, payload: raw }, action, author, failure);
  return { id, action, device: undefined, item, failure };
}

/** Answered, and nothing of it stored. */
function notKept(raw: unknown, failure: DomainError): PushedItem {
  const { id, action } = readNamed(raw);
  return { id, action, device: undefined, item: undefined, failure };
}

/** An act of the console's: no tablet writes one, and its payload may hold a password. */
const isOfConsole = (action: string) =>
  Object.hasOwn(permissions, action) && findFieldVerb(action) === undefined;

export function readPushed(raw: unknown): PushedItem {
  // So deep that it can neither be kept nor told from another.
  if (isTooDeep(raw))
    return notKept(raw, new DomainError('invalid', 'input.too-deep', { maximum: mostLevels }));
  if (isOfConsole(readNamed(raw).action))
    return notKept(raw, new DomainError('invalid', 'sync.unknown-action'));
  const parsed = CommandEnvelope.safeParse(raw, { reportInput: true });
  if (!parsed.success) return readBroken(raw, parsed.error);
  const { action, payload, ...envelope } = parsed.data;
  const { id, author, device, schemaVersion } = envelope;
  const incoming = { id, payload, envelope };
  const verb = findFieldVerb(action);
  const refused = (failure: DomainError) => brokenItem(incoming, readable.parse(action), author, failure);
  const item =
    verb === undefined
      ? refused(new DomainError('invalid', 'sync.unknown-action'))
      : takesSchemaVersion(schemaVersion)
        ? fieldItem(verb, incoming, author)
        : refused(new DomainError('invalid', 'sync.unknown-schema', { schemaVersion }));
  return { id, action, device, item, failure: undefined };
}
