import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { validate } from '@kycuong/domain/error/validate.ts';
import type { FieldEnvelope } from '../command.ts';
import { contentHash } from '../content-hash.ts';
import type { AnyFieldVerb, Needs } from './field-verb.ts';

/** A field command ready to be judged: everything about it that needs no database. */
export interface FieldItem {
  readonly id: string;
  readonly action: string;
  readonly author: string;
  readonly contentHash: string;
  /** Undefined at the console. */
  readonly envelope: FieldEnvelope | undefined;
  readonly payload: unknown;
  /** Known as far as the envelope or the payload names one. */
  readonly visitId: string | undefined;
  /** What it is to be judged by, or why it is refused before anything is looked at. */
  readonly called: Called | DomainError;
}

export interface Called {
  readonly verb: AnyFieldVerb;
  readonly input: unknown;
  readonly visitId: string;
  readonly needs: Needs;
  /** Commands whose values the author had before them. */
  readonly seen: readonly string[];
}

interface Incoming {
  readonly id: string;
  readonly payload: unknown;
  readonly envelope?: FieldEnvelope | undefined;
}

/** The visit that a payload or an envelope names. */
export function visitNamed(input: unknown): string | undefined {
  const visitId = typeof input === 'object' && input !== null ? Reflect.get(input, 'visitId') : undefined;
  return typeof visitId === 'string' ? visitId : undefined;
}

function call(verb: AnyFieldVerb, payload: unknown, envelope: FieldEnvelope | undefined): Called {
  const input = validate(verb.input, payload);
  const visitId = visitNamed(input);
  if (visitId === undefined || (envelope !== undefined && envelope.visitId !== visitId))
    throw new DomainError('invalid', 'sync.wrong-visit', { field: 'visitId' });
  // Else a person could pass for the console, and number its work.
  if (envelope !== undefined && envelope.device === envelope.author)
    throw new DomainError('invalid', 'sync.device-is-person', { field: 'device' });
  const seen = [...(envelope?.base ? [envelope.base] : []), ...(verb.seen?.(input) ?? [])];
  return { verb, input, visitId, needs: verb.needs?.(input) ?? {}, seen };
}

/** Refused without a look at anything: what no verb takes. */
export function brokenItem(
  { id, payload, envelope }: Incoming,
  action: string,
  author: string,
  failure: DomainError,
): FieldItem {
  const item = { id, action, author, contentHash: contentHash(action, payload, envelope), envelope, payload };
  return { ...item, visitId: envelope?.visitId, called: failure };
}

export function fieldItem(
  verb: AnyFieldVerb,
  { id, payload, envelope }: Incoming,
  author: string,
): FieldItem {
  const hash = contentHash(verb.action, payload, envelope);
  const item = { id, action: verb.action, author, contentHash: hash, envelope, payload };
  try {
    const called = call(verb, payload, envelope);
    return { ...item, visitId: called.visitId, called };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { ...item, visitId: envelope?.visitId, called: error };
  }
}
