import { randomUUID } from 'node:crypto';
import { account } from '@kycuong/db/schema/access.ts';
import { evidence } from '@kycuong/db/schema/evidence.ts';
import { commandReceipt } from '@kycuong/db/schema/sync.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { Id } from '@kycuong/domain/input/id.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import type { ByteSource } from '@kycuong/domain/sync/parcel-file.ts';
import { readParcel, sha256Hex, verifyParts } from '@kycuong/domain/sync/parcel-file.ts';
import { type ParcelKeys, unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { Receipt } from '@kycuong/domain/sync/receipt.ts';
import { unwrapWith } from '@kycuong/domain/sync/sealed-key.ts';
import { serverTime } from '@kycuong/domain/sync/server-time.ts';
import type { WebKey } from '@kycuong/domain/sync/web-key.ts';
import { inArray } from 'drizzle-orm';
import * as z from 'zod/mini';
import { openReceipt, perform } from '../door.ts';
import type { UploadTicket } from '../evidence/find-ticket.ts';
import { receiveBytes } from '../evidence/receive-bytes.ts';
import type { EvidenceStore } from '../evidence/store.ts';
import { inChunks } from '../in-chunks.ts';
import { inTurns } from '../in-turns.ts';
import { Places } from '../places.ts';
import { reasonError } from '../reason-error.ts';
import { enter } from '../transaction.ts';
import type { Ground, Request } from '../work.ts';
import { askWithin } from './field-transaction.ts';
import { handInId, handInParcel } from './hand-in-parcel.ts';
import { keepForLeader } from './keep-for-leader.ts';
import { loadVersions, versionText } from './kept-version.ts';
import { type OpenedCommand, openCommands, openPhotos, type ParcelFile, ticketsOf } from './open-parcel.ts';
import { findVoucher, type Voucher } from './prove-parcel.ts';
import { push, pushVouched } from './push.ts';
import { putAside } from './put-aside.ts';
import { type Claim, type Run, runsOf } from './runs-of.ts';

export interface HandIn {
  readonly source: ByteSource;
  readonly store: EvidenceStore;
  /** Keys that whoever hands it in has unwrapped; else `recovery` must fit. */
  readonly keys?: ParcelKeys | undefined;
  /** The private half of a recovery pair by its name, where it lies with this server. */
  readonly recovery?: ((id: string) => Promise<WebKey | undefined>) | undefined;
}

const system = { kind: 'system', name: 'parcel', roles: ['administrator'] } as const;

/** Whose word brings a command in: a signed-in person's, or, where nobody is, that of the device itself. */
interface Judging {
  readonly ground: Ground;
  readonly sender: Request | undefined;
  readonly voucher: Voucher;
}

const Written = z.object({ author: Id, device: z.catch(Id, '') });
function claimOf(command: unknown, { device, authors }: Voucher): Claim {
  const written = Written.safeParse(command).data;
  const author = written?.author;
  return { author, vouched: author !== undefined && authors.has(author) && written?.device === device };
}

/** Whoever brings parcels comes by turns, run by run: nobody waits for all the runs of another, and field work for none. */
const runPlaces = new Places({ atOnce: 2, perOwner: 1, waiting: Number.POSITIVE_INFINITY });

async function judgeRun(
  { ground, sender, voucher }: Judging,
  { author, vouched, commands }: Run,
): Promise<readonly (string | null)[]> {
  if (author === undefined) throw new Error('a run without an author');
  const own = sender?.caller.kind === 'person' && sender.caller.accountId === author;
  const signedBy = voucher.signed ? voucher.device : null;
  if (!own && !vouched) return keepForLeader(ground, commands, { author, sender, signedBy });
  const pushed =
    sender === undefined
      ? await pushVouched(ground, { author, device: voucher.device }, commands)
      : await push({ ...sender, signedBy: vouched ? voucher.device : null }, { commands });
  return pushed.receipts;
}

const authorOf = (command: unknown) => Written.safeParse(command).data?.author;

/** Of the authors named in the parcel those that are anybody. */
async function peopleOf(ground: Ground, opened: readonly OpenedCommand[]): Promise<Set<string>> {
  const people = new Set<string>();
  const authors = new Set<string>();
  for await (const { command } of inTurns(opened)) authors.add(authorOf(command) ?? '');
  authors.delete('');
  for (const some of inChunks([...authors]))
    await ground.database.transaction(async (tx) => {
      await enter(tx, system, ground.now());
      const { id } = account;
      for (const row of await tx.select({ id }).from(account).where(inArray(id, some))) people.add(row.id);
    });
  return people;
}

/** All that was ever answered to commands of these ids and is stored: receipts, and what waits without one. */
async function answered(ground: Ground, ids: readonly string[]): Promise<Set<string>> {
  const texts = new Set<string>();
  for (const some of inChunks(ids))
    await ground.database.transaction(async (tx) => {
      await enter(tx, system, ground.now());
      const { id, receipt } = commandReceipt;
      for (const row of await tx.select({ receipt }).from(commandReceipt).where(inArray(id, some)))
        texts.add(row.receipt);
      for (const row of await loadVersions(askWithin(tx), some)) texts.add(versionText(row));
    });
  return texts;
}

const Told = z.object({
  id: z.catch(Id, ''),
  visitId: z.catch(z.nullable(z.string()), null),
  author: z.catch(z.nullable(z.string()), null),
  action: z.catch(z.string(), ''),
  writtenAt: z.catch(z.nullable(CommandEnvelope.shape.writtenAt), null),
  serverOffsetMs: z.catch(CommandEnvelope.shape.serverOffsetMs, null),
});

/** What was stored before and after the parcel. That somebody else has an answer is nobody's to know. */
interface Answered {
  readonly known: ReadonlySet<string>;
  readonly stored: ReadonlySet<string>;
}

function told(
  command: unknown,
  text: string | null,
  { known, stored }: Answered,
): HandedIn['commands'][number] {
  const {
    writtenAt: own,
    serverOffsetMs,
    ...rest
  } = Told.parse(typeof command === 'object' ? { ...command } : {});
  const named = { ...rest, writtenAt: own === null ? null : serverTime(own, { serverOffsetMs }).at };
  const before = text !== null && known.has(text);
  if (text === null) return { ...named, status: 'failed', before, reason: null };
  const { status, reason } = Receipt.parse(JSON.parse(text));
  // A refusal of which nothing was stored: the command stays where it came from.
  const stays = status === 'refused' && (!stored.has(text) || reason?.key === 'sync.too-long-to-keep');
  return {
    ...named,
    status: stays ? 'not-taken' : status,
    before,
    reason: reason ? { key: reason.key, details: reason.details } : null,
  };
}

async function namesOf(opened: readonly OpenedCommand[]): Promise<string[]> {
  const names: string[] = [];
  for await (const { command } of inTurns(opened)) {
    const id = Told.safeParse(command).data?.id ?? '';
    if (id !== '') names.push(id);
  }
  return names;
}

type AwaitedTicket = UploadTicket & { readonly author: string };

async function ticketStates(ground: Ground, ids: readonly string[]) {
  const rows = new Map<string, AwaitedTicket>();
  for (const some of inChunks(ids))
    await ground.database.transaction(async (tx) => {
      await enter(tx, system, ground.now());
      const { id, sha256, size, mediaType, status, attachedBy: author } = evidence;
      const found = await tx
        .select({ id, sha256, size, mediaType, status, author })
        .from(evidence)
        .where(inArray(id, some));
      for (const row of found) rows.set(row.id, row);
    });
  return rows;
}

/** Bytes go to the tickets that the server has accepted, through the same checks as an upload. */
async function takePhotos(
  { ground, store }: { readonly ground: Ground; readonly store: EvidenceStore },
  file: ParcelFile,
  tickets: Awaited<ReturnType<typeof ticketsOf>>,
): Promise<HandedIn['photos']> {
  const ids = tickets.map(({ evidenceId }) => evidenceId);
  const before = await ticketStates(ground, ids);
  const open = Map.groupBy(
    [...before.values()].filter(({ status }) => status === 'awaited'),
    ({ sha256 }) => sha256,
  );
  const refused = new Map<string, DomainError>();
  // Whose day is full: more of theirs would only lie about.
  const full = new Map<string, DomainError>();
  const take = async (ticket: AwaitedTicket, bytes: Uint8Array) => {
    const known = full.get(ticket.author);
    if (known !== undefined) return known;
    try {
      await receiveBytes({ ground, store }, ticket, bytes);
      return undefined;
    } catch (error) {
      // The slot stays open: for bytes of the type that the ticket says, or for another day.
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'throttled') full.set(ticket.author, error);
      return error;
    }
  };
  if (open.size > 0)
    for await (const bytes of openPhotos(file))
      for (const ticket of open.get(await sha256Hex(bytes)) ?? []) {
        const reason = await take(ticket, bytes);
        if (reason !== undefined) refused.set(ticket.id, reason);
      }
  const after = await ticketStates(ground, ids);
  return tickets.map(({ evidenceId, commandId }) => {
    const here = before.get(evidenceId)?.status === 'received';
    const received = after.get(evidenceId)?.status === 'received';
    const reason = received ? undefined : refused.get(evidenceId);
    return {
      evidenceId,
      commandId,
      status: here ? 'here' : received ? 'received' : 'awaited',
      reason: reason === undefined ? null : { key: reason.key, details: reason.details },
    };
  });
}

/** The parcel's own key from whoever brings it or by the recovery pair; people's keys by the pair each was wrapped for. */
async function keysFor(
  head: ParcelFile['parcel']['head'],
  { keys, recovery }: HandIn,
): Promise<ParcelKeys | undefined> {
  let opened = keys;
  for (const { kind, id } of head.recipients) {
    const privateKey = opened === undefined && kind === 'recovery' ? await recovery?.(id) : undefined;
    if (privateKey !== undefined) opened = await unwrapParcel(head, { kind: 'recovery', id, privateKey });
  }
  if (opened === undefined) return undefined;
  const dataKeys = new Map(opened.dataKeys);
  for (const { keyId, recoveryId, purpose, key } of head.dataKeys) {
    const privateKey = dataKeys.has(keyId) ? undefined : await recovery?.(recoveryId);
    if (privateKey !== undefined) dataKeys.set(keyId, await unwrapWith(privateKey, key, purpose));
  }
  return head.dataKeys.every(({ keyId }) => dataKeys.has(keyId)) ? { ...opened, dataKeys } : undefined;
}

/** Again under an id of its own where its own is taken: by anybody who can read the head, or as long as nothing proved it. */
async function noteInTrail(
  request: Request,
  { head, headHash }: ParcelFile['parcel'],
  proven: boolean,
): Promise<void> {
  const sender = request.caller.kind === 'person' ? request.caller.accountId : request.caller.name;
  const { records, photos } = head.counts;
  const payload = { parcelId: head.id, device: head.device.id, proven, records, photos };
  const note = (id: string) => perform(handInParcel, request, { id, payload });
  const receipt = await note(handInId(headHash, sender)).catch((error: unknown) => {
    if (error instanceof DomainError && error.key === 'sync.id-reused') return note(randomUUID());
    throw error;
  });
  const { reason } = openReceipt(receipt);
  if (reason !== undefined) throw reasonError(reason);
}

/**
 * Takes in a sealed parcel: every part is held against the head and opened before anything is written; then each
 * command is judged by itself, as if it were pushed, and photos go to their tickets. The same parcel again changes
 * nothing and gives the same answers.
 * @param sender who brings it; undefined: the device by itself, which its signature has to prove. It then speaks only
 * for those who signed in on it themselves.
 * @throws DomainError `invalid` for a parcel that is cut, altered or wrongly signed; `too-large` for more records than a
 * parcel may have; `conflict` with
 * `parcel.key-missing` (not for a device by itself: then nothing is opened); `unauthenticated` when nobody vouches for it. Nothing is written then.
 */
export async function handIn(ground: Ground, sender: Request | undefined, given: HandIn): Promise<HandedIn> {
  const { source, store } = given;
  const parcel = await readParcel(source);
  await verifyParts(source, parcel);
  const voucher = await findVoucher(ground, parcel);
  const { signed, proven, device } = voucher;
  if (sender === undefined && !signed) throw new DomainError('unauthenticated', 'access.not-signed-in');
  const keys = await keysFor(parcel.head, given);
  if (keys === undefined) {
    if (sender !== undefined) throw new DomainError('conflict', 'parcel.key-missing');
    return { parcelId: parcel.head.id, opened: false, proven, commands: [], photos: [] };
  }
  const file = { source, parcel, keys };
  const opened = await openCommands(file);
  const byItself = { kind: 'system', name: `device ${device}`, roles: ['administrator'] } as const;
  await noteInTrail(sender ?? { ground, caller: byItself }, parcel, proven);
  const named = await namesOf(opened);
  const known = await answered(ground, named);
  const people = await peopleOf(ground, opened);
  const receipts = await putAside(opened, (command) => people.has(authorOf(command) ?? ''), ground.now());
  const bringer = sender?.caller.kind === 'person' ? sender.caller.accountId : device;
  const toJudge = opened.filter(({ command }) => !receipts.has(command));
  for (const run of await runsOf(toJudge, (command) => claimOf(command, voucher))) {
    const judged = await runPlaces.run(bringer, () => judgeRun({ ground, sender, voucher }, run));
    for (const [index, command] of run.commands.entries()) receipts.set(command, judged[index] ?? null);
  }
  const stored = await answered(ground, named);
  const answers: HandedIn['commands'] = [];
  for await (const { command } of inTurns(opened))
    answers.push(told(command, receipts.get(command) ?? null, { known, stored }));
  // What the leader has let in since has its ticket, though its receipt stays as it was.
  const kept = new Set(answers.flatMap(({ id, status }) => (status === 'quarantined' ? [id] : [])));
  const accepted = new Set(
    answers.flatMap(({ id, status }) => (status === 'applied' || status === 'conflict' ? [id] : [])),
  );
  const photosNamed = await ticketsOf(opened);
  const standing = await ticketStates(
    ground,
    photosNamed.flatMap(({ evidenceId, commandId }) => (kept.has(commandId) ? [evidenceId] : [])),
  );
  const tickets = photosNamed.filter(
    ({ commandId, evidenceId }) => accepted.has(commandId) || standing.has(evidenceId),
  );
  const photos = await takePhotos({ ground, store }, file, tickets);
  return { parcelId: parcel.head.id, opened: true, proven, commands: answers, photos };
}
