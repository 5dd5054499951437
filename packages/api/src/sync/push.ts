import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { inputIssues, validate } from '@kycuong/domain/error/validate.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import { PushCommands, type Pushed } from '@kycuong/domain/sync/push.ts';
import * as z from 'zod/mini';
import { perform, turnAway } from '../door.ts';
import { enter } from '../transaction.ts';
import type { Request } from '../work.ts';
import { findFieldCommand, takesSchemaVersion } from './field-commands.ts';

const noId = '00000000-0000-0000-0000-000000000000';

/** What of a broken envelope is still readable: enough to keep it and to answer. */
const Named = z.object({
  id: z.catch(z.uuid(), noId),
  action: z.catch(z.string().check(z.maxLength(80)), ''),
  author: z.catch(z.nullable(z.uuid()), null),
  visitId: z.catch(z.nullable(z.uuid()), null),
});

function named(raw: unknown): z.infer<typeof Named> {
  return Named.parse(typeof raw === 'object' && !Array.isArray(raw) ? { ...raw } : {});
}

interface Sender {
  readonly request: Request;
  readonly accountId: string;
}

/** A refusal that is told but not stored: what is not the sender's must not take the place of the author's own. */
function unstored(id: string, action: string, failure: DomainError, now: Date): string {
  const { code, key, details, issues } = failure;
  const reason = { code, key, details, issues };
  return JSON.stringify({ id, action, status: 'refused', at: now.toISOString(), reason });
}

/** An envelope that does not parse is refused and kept as it came, when it names its sender as its author. */
function judgeBroken({ request, accountId }: Sender, raw: unknown, error: z.core.$ZodError): Promise<string> {
  const issues = inputIssues(error);
  const failure = new DomainError('invalid', issues[0]?.key ?? 'input.invalid', {}, issues);
  const { id, action, author } = named(raw);
  if (author !== accountId || id === noId)
    return Promise.resolve(unstored(id, action, failure, request.ground.now()));
  return turnAway(action, failure, request, { id, payload: raw });
}

async function judge(sender: Sender, raw: unknown): Promise<string> {
  const parsed = CommandEnvelope.safeParse(raw, { reportInput: true });
  if (!parsed.success) return judgeBroken(sender, raw, parsed.error);
  const { action, payload, ...envelope } = parsed.data;
  const { request, accountId } = sender;
  const { id, author, schemaVersion } = envelope;
  if (author !== accountId) {
    const failure = new DomainError('forbidden', 'sync.author-not-sender');
    return unstored(id, action, failure, request.ground.now());
  }
  const incoming = { id, payload, envelope };
  const definition = findFieldCommand(action);
  if (definition === undefined)
    return turnAway(action, new DomainError('invalid', 'sync.unknown-action'), request, incoming);
  if (!takesSchemaVersion(schemaVersion)) {
    const failure = new DomainError('invalid', 'sync.unknown-schema', { schemaVersion });
    return turnAway(action, failure, request, incoming);
  }
  return perform(definition, request, incoming);
}

/** The receipt's text; null when the server itself failed, so that the tablet sends it again. */
async function answer(sender: Sender, raw: unknown): Promise<string | null> {
  try {
    return await judge(sender, raw);
  } catch (error) {
    const { id, action } = named(raw);
    if (error instanceof DomainError && error.code !== 'unauthenticated')
      return unstored(id, action, error, sender.request.ground.now());
    if (error instanceof DomainError) throw error;
    console.error(JSON.stringify({ push: id, action, error: String(error) }));
    return null;
  }
}

/**
 * Takes the commands of one sender, each in its own transaction and judged by itself: a refused one blocks nothing.
 * Where the server failed on one, the rest of that visit waits too, since it may build on it; other visits go on.
 * @throws DomainError `unauthenticated`, `invalid` when there is no list of commands.
 */
export async function push(request: Request, input: unknown): Promise<Pushed> {
  const { commands } = validate(PushCommands, input);
  const { ground, caller } = request;
  const accountId = await ground.database.transaction(
    async (tx) => (await enter(tx, caller, ground.now())).accountId,
    { accessMode: 'read only' },
  );
  if (accountId === null) throw new DomainError('unauthenticated', 'access.not-signed-in');
  const sender = { request, accountId };
  const waiting = new Set<string | null>();
  const receipts: (string | null)[] = [];
  for (const raw of commands) {
    const { visitId } = named(raw);
    const receipt = waiting.has(visitId) ? null : await answer(sender, raw);
    if (receipt === null) waiting.add(visitId);
    receipts.push(receipt);
  }
  return { receipts, serverTime: ground.now().toISOString() };
}
