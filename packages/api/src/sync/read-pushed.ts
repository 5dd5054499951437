import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inputIssues } from '@kycuong/domain/error/validate.ts';
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
  id: z.catch(z.uuid(), noId),
  action: z.catch(readable, ''),
  author: z.catch(z.nullable(z.uuid()), null),
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

/** An envelope that does not parse is refused and kept as it came, when it names an author. */
function readBroken(raw: unknown, error: z.core.$ZodError): PushedItem {
  const issues = inputIssues(error);
  const failure = new DomainError('invalid', issues[0]?.key ?? 'input.invalid', {}, issues);
  const { id, action, author } = Named.parse(
    typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : {},
  );
  const item =
    author === null || id === noId ? undefined : brokenItem({ id, payload: raw }, action, author, failure);
  return { id, action, device: undefined, item, failure };
}

/** So deep that it can neither be kept nor told from another: answered, and nothing of it stored. */
function unreadable(raw: unknown): PushedItem {
  const named = typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : {};
  const { id, action } = Named.parse(named);
  const failure = new DomainError('invalid', 'input.too-deep', { maximum: mostLevels });
  return { id, action, device: undefined, item: undefined, failure };
}

export function readPushed(raw: unknown): PushedItem {
  if (isTooDeep(raw)) return unreadable(raw);
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
