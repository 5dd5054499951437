import { AsyncLocalStorage } from 'node:async_hooks';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  findTicket,
  findTicketBySession,
  type TicketAtDoor,
  type UploadTicket,
} from '@kycuong/api/evidence/find-ticket.ts';
import { notOfType, receiveBytes } from '@kycuong/api/evidence/receive-bytes.ts';
import type { EvidenceStore } from '@kycuong/api/evidence/store.ts';
import { logFailure } from '@kycuong/api/log-failure.ts';
import { outageOf } from '@kycuong/api/outage.ts';
import { ask } from '@kycuong/api/query.ts';
import { countUse, dayFull } from '@kycuong/api/usage/count-use.ts';
import type { Ground } from '@kycuong/api/work.ts';
import { DomainError } from '@kycuong/domain/error/domain-error.ts';
import { mayBegin } from '@kycuong/domain/evidence/media-signature.ts';
import { dailyQuotas, megabyte } from '@kycuong/domain/usage/quota.ts';
import { FileStore } from '@tus/file-store';
import { Metadata, Server } from '@tus/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../host/problem.ts';
import { whenClosed } from '../host/when-closed.ts';
import { failureAnswer } from './failure.ts';
import type { FindCaller } from './find-caller.ts';
import { firstBytes } from './first-bytes.ts';
import type { Room } from './free-room.ts';
import { readWhole, type Whole } from './read-whole.ts';
import { webRequest } from './web-request.ts';

interface UploadSetting {
  readonly ground: Ground;
  readonly store: EvidenceStore;
  readonly findCaller: FindCaller;
  readonly cookieOf: (req: FastifyRequest) => string | undefined;
  readonly staging: string;
  readonly room: Room;
}

/** tus: "checksum mismatch". */
const mismatch = 460;

/** What tus itself would fail on, in an answer of its own, is refused before. */
function readMetadata(text: string): ReturnType<typeof Metadata.parse> {
  try {
    return Metadata.parse(text);
  } catch {
    throw new DomainError('invalid', 'evidence.ticket-missing');
  }
}

/** The evidence that a request is about: named in the address, or, when the upload is created, in its metadata. */
function ticketIdOf(req: FastifyRequest<{ Params: { id?: string } }>): string {
  const { 'upload-metadata': metadata } = req.headers;
  const read = typeof metadata === 'string' && metadata !== '' ? readMetadata(metadata) : undefined;
  const named = req.params.id ?? read?.evidenceId;
  if (named === undefined || named === null) throw new DomainError('invalid', 'evidence.ticket-missing');
  return named;
}

function createTus({ ground, store, staging }: UploadSetting, path: string) {
  const files = new FileStore({ directory: staging });
  const current = new AsyncLocalStorage<UploadTicket>();
  const admitted = () => {
    const ticket = current.getStore();
    if (ticket === undefined) throw new Error('an upload without a ticket');
    return ticket;
  };

  /** Two requests may finish the same upload; one of them finds nothing to clear away. */
  const drop = ({ id }: UploadTicket) => files.remove(id).catch(() => undefined);

  /** Verified, kept and marked; or, when the bytes are not those of the ticket, thrown away. */
  const finish = async (ticket: UploadTicket) => {
    try {
      await receiveBytes({ ground, store }, ticket, await readFile(join(staging, ticket.id)));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'invalid') await drop(ticket);
      throw error;
    }
    await drop(ticket);
  };

  const server = new Server({
    path,
    relativeLocation: true,
    datastore: files,
    allowedOrigins: [],
    maxSize: () => admitted().size,
    // An upload is named by its ticket and by nothing that the request says beside it.
    namingFunction: () => admitted().id,
    getFileIdFromRequest: () => admitted().id,
    onUploadFinish: async () => {
      await finish(admitted());
      return {};
    },
    onResponseError: (_req, error) => {
      const failure = error instanceof DomainError ? error : outageOf(error);
      if (failure !== undefined) {
        const { status, body } = failureAnswer(failure);
        return { status_code: status === 400 ? mismatch : status, body: JSON.stringify(body) };
      }
      if (!(error instanceof Error)) return undefined;
      const body = problem('unexpected', 'system.unexpected', { reference: logFailure(error) });
      return { status_code: 500, body: JSON.stringify(body) };
    },
  });
  return {
    drop,
    finish,
    /** Over when its work is, also where nobody is there any more: given the response to write, tus waits for that one for good. */
    handle: (ticket: UploadTicket, req: FastifyRequest) =>
      current.run(ticket, () => server.handleWeb(webRequest(req))),
  };
}

async function passOn(answer: Response, res: FastifyReply): Promise<FastifyReply> {
  for (const [name, value] of answer.headers) res.header(name, value);
  const text = await answer.text();
  return res.code(answer.status).send(text === '' ? undefined : text);
}

/**
 * Bytes are all there although the ticket still waits: a cut came between the last chunk and its answer. Whoever
 * asks how far it got then gets it finished.
 */
async function isStagedWhole(staging: string, { id, size }: UploadTicket): Promise<boolean> {
  return stat(join(staging, id)).then(
    (file) => file.size === size,
    () => false,
  );
}

/** What is here already is told in every tongue of tus, so that a tablet that missed the answer comes to its end. */
function sayComplete(
  { method }: FastifyRequest,
  res: FastifyReply,
  { size, location }: { size: number; location: string },
): FastifyReply {
  if (method === 'DELETE') throw new DomainError('conflict', 'evidence.not-awaited');
  res.headers({ 'tus-resumable': '1.0.0', 'cache-control': 'no-store' });
  res.header('upload-offset', size);
  if (method === 'POST') return res.code(201).header('location', location).send();
  return method === 'PATCH' ? res.code(204).send() : res.header('upload-length', size).send();
}

/** Most of what is held in memory of one upload. */
const mostAtOnce = 1_048_576;

/** All bytes come with the request that begins the upload, as most photos do. */
function comesWhole({ method, headers }: FastifyRequest): boolean {
  const length = headers['content-length'];
  return (
    method === 'POST' &&
    headers['tus-resumable'] === '1.0.0' &&
    headers['content-type'] === 'application/offset+octet-stream' &&
    headers['upload-length'] === length &&
    Number(length) <= mostAtOnce
  );
}

interface Admitted {
  readonly ticket: UploadTicket;
  readonly location: string;
}

/** Received without being staged: a cut loses one chunk, as ever. */
async function receiveWhole(
  setting: UploadSetting,
  { ticket, location, whole }: Admitted & { readonly whole: Whole | undefined },
  req: FastifyRequest,
  res: FastifyReply,
): Promise<FastifyReply> {
  // There is nobody to answer.
  if (whole === undefined) return res.hijack();
  try {
    await receiveBytes(setting, ticket, whole.bytes, { hash: whole.hash, spent: whole.release });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return sayMismatch(res, error);
  }
  return sayComplete(req, res, { ...ticket, location });
}

/** What is begun here may be taken in today. */
async function requirePlace(
  { ground }: UploadSetting,
  { size, used, author }: TicketAtDoor,
  isWhole: boolean,
) {
  const { evidence: quota } = ground.quotas ?? dailyQuotas;
  if (used.number >= quota.number || used.bytes + size > quota.megabytes * megabyte) throw dayFull(quota);
  // What is begun may be left half sent.
  if (!isWhole) await countUse(ground, { kind: 'staged', subjects: [author], bytes: size });
}

/** What is wrong with the first bytes of an upload by what its ticket says. Later ones are judged with the whole. */
async function beginsWrong(
  { method, headers, raw }: FastifyRequest,
  { mediaType }: UploadTicket,
): Promise<DomainError | undefined> {
  const begins = method === 'POST' || (method === 'PATCH' && headers['upload-offset'] === '0');
  if (!begins || !(Number(headers['content-length']) > 0)) return undefined;
  const first = await firstBytes(raw);
  return mayBegin(first, mediaType) ? undefined : notOfType(first, mediaType);
}

/** As for bytes that turn out wrong once they are all here. */
function sayMismatch(res: FastifyReply, error: DomainError): FastifyReply {
  const { status, body } = failureAnswer(error);
  return res.code(status === 400 ? mismatch : status).send(body);
}

/**
 * Resumable uploads by tus. Every request is let in on its own: signed in, the ticket's own author, the size named in
 * the ticket. What is under way cannot be read back. The address of an upload is that of its ticket, so a tablet that
 * has lost everything but the id goes on where it was.
 */
export function addUpload(scope: FastifyInstance, setting: UploadSetting): void {
  const { ground, findCaller, cookieOf, staging, room } = setting;
  let opened: ReturnType<typeof createTus> | undefined;
  // tus reads the body from the connection itself.
  scope.addContentTypeParser('application/offset+octet-stream', (_req, _body, done) => done(null));
  scope.route<{ Params: { id?: string } }>({
    method: ['POST', 'HEAD', 'PATCH', 'DELETE'],
    url: '/upload/:id?',
    handler: async (req, res) => {
      opened ??= createTus(setting, `${scope.prefix}/upload`);
      const evidenceId = ticketIdOf(req);
      // While it arrives and is hashed, its ticket is looked up.
      const whole = comesWhole(req) ? readWhole(req.raw) : undefined;
      const ticket =
        (await findTicketBySession(ground, cookieOf(req), evidenceId)) ??
        (await ask(findTicket, { ground, caller: await findCaller(req, res) }, { evidenceId }));
      const location = `${scope.prefix}/upload/${ticket.id}`;
      const length = req.headers['upload-length'];
      if (length !== undefined && Number(length) !== ticket.size)
        throw new DomainError('invalid', 'evidence.wrong-size', {
          size: Number(length),
          expected: ticket.size,
        });
      if (req.method === 'HEAD' && ticket.status === 'awaited' && (await isStagedWhole(staging, ticket))) {
        const letGo = await room.reserve(ticket.size);
        await opened.finish(ticket).finally(letGo);
        return sayComplete(req, res, { ...ticket, location });
      }
      if (ticket.status === 'received') return sayComplete(req, res, { ...ticket, location });
      let working: Promise<unknown> = Promise.resolve();
      if (req.method === 'POST' || req.method === 'PATCH') {
        // What was staged lies there once more for a while when it is kept, also where the link was cut meanwhile.
        const letGo = await room.reserve(whole === undefined ? 2 * ticket.size : ticket.size);
        whenClosed(res, () => void working.then(letGo, letGo));
      }
      if (req.method === 'POST') await requirePlace(setting, ticket, whole !== undefined);
      if (whole !== undefined) {
        const received = receiveWhole(setting, { ticket, location, whole: await whole }, req, res);
        working = received;
        return received;
      }
      const wrong = await beginsWrong(req, ticket);
      if (wrong !== undefined) {
        await opened.drop(ticket);
        return sayMismatch(res, wrong);
      }
      const handled = opened.handle(ticket, req);
      working = handled;
      return passOn(await handled, res);
    },
  });
}
