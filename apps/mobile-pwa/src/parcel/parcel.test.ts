import { newPathLimit } from '@kycuong/domain/network/path-limit.ts';
import { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import { exportPublicKey, newAgreementPair, publicKeyId } from '@kycuong/domain/sync/key-pair.ts';
import { readParcel } from '@kycuong/domain/sync/parcel-file.ts';
import { openPart, readRows, readSealedPhoto, unwrapParcel } from '@kycuong/domain/sync/parcel-seal.ts';
import { recoveryPurpose } from '@kycuong/domain/sync/recovery-purpose.ts';
import { newDataKey, openBytes } from '@kycuong/domain/sync/row-cipher.ts';
import { decodeRow } from '@kycuong/domain/sync/row-codec.ts';
import { wrapFor } from '@kycuong/domain/sync/sealed-key.ts';
import { uuidV7 } from '@kycuong/domain/sync/uuid-v7.ts';
import type { WebKeyPair } from '@kycuong/domain/sync/web-key.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ensureDeviceKeys, publicKeys } from '../device/device-keys.ts';
import { attachEvidence } from '../evidence/attach.ts';
import { sha256Of } from '../evidence/capture.ts';
import { keptFile } from '../evidence/kept-file.ts';
import { setFact } from '../sync/facts.ts';
import { freeRoom } from '../sync/free-room.ts';
import { logCommand } from '../sync/log-command.ts';
import { ServerFailure } from '../sync/server-failure.ts';
import { readStatus } from '../sync/status.ts';
import type { HeldVisit, LoggedCommand } from '../sync/store.ts';
import { visitHistory } from '../sync/visit-history.ts';
import { openTablet, receiptOf, type Tablet } from '../testing/tablet.ts';
import { typeText } from '../testing/type-text.ts';
import { carryParcels } from './carry-parcels.ts';
import { parcelSender, type SendParcel } from './hand-in-parcel.ts';
import { handInBeforeWipe, handInSealed } from './hand-in-sealed.ts';
import { keepParcel } from './keep-parcel.ts';
import { makeParcels } from './make-parcel.ts';
import { blobSource, readCommand } from './read-file.ts';

const now = new Date('2026-11-23T02:00:00Z');
const everything = { account: null, visitId: null };
let province: WebKeyPair;
let recovery: { id: string; publicKey: string };
let first: Tablet;
let second: Tablet;
beforeEach(async () => {
  province = await newAgreementPair(false);
  const publicKey = await exportPublicKey(province.publicKey);
  recovery = { id: await publicKeyId(publicKey), publicKey };
  first = openTablet();
  second = openTablet();
  for (const { store, device } of [first, second]) {
    await setFact(store, 'device', device);
    await setFact(store, 'recoveryKey', recovery);
  }
  const { agreeKey } = await publicKeys(await ensureDeviceKeys(second.store));
  await ensureDeviceKeys(first.store);
  for (const tablet of [first, second]) await holdVisit(tablet, agreeKey);
});
afterEach(async () => {
  await first.store.delete();
  await second.store.delete();
});

/** The visit of the first tablet as both people hold it; only its unit and its team are looked at here. */
async function holdVisit({ store, author }: Tablet, agreeKey: string): Promise<void> {
  const team = [
    { accountId: first.author, fullName: 'Bùi Thị Kiểm', role: 'member', devices: [] },
    {
      accountId: second.author,
      fullName: 'Nguyễn Văn Trưởng',
      role: 'leader',
      devices: [{ id: second.device, agreeKey }],
    },
  ];
  const packet = { visitId: first.visitId, unit: { id: uuidV7(), name: 'Xã Cổ Lễ' }, team };
  const held = {
    account: author,
    visitId: first.visitId,
    status: 'open',
    fetchedAt: '',
    keptAt: null,
    revoked: false,
  };
  await store.packets.put({ ...held, packet } as unknown as HeldVisit);
}

async function takePhoto(tablet: Tablet, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const facts = {
    sha256: await sha256Of(bytes),
    size: bytes.length,
    mediaType: 'image/jpeg' as const,
    name: 'anh.jpg',
    takenAt: '2026-11-23T02:00:00.000Z',
  };
  await attachEvidence(tablet.hand(), tablet.visitId, { kind: 'item', id: 'M01' }, { bytes, facts });
  return facts.sha256;
}

async function giveReceipt({ store }: Tablet, command: LoggedCommand, status: 'applied' | 'refused') {
  const { id, visitId } = command;
  const text = receiptOf(command, status, '2026-11-23T02:00:00.000Z');
  await store.receipts.add({ id, visitId, status, text, storedAt: '2026-11-23T02:00:00.000Z' });
}

const asProvince = () => ({ kind: 'recovery' as const, id: recovery.id, privateKey: province.privateKey });

async function opened(file: Blob) {
  const source = blobSource(file);
  const parcel = await readParcel(source);
  const keys = await unwrapParcel(parcel.head, asProvince());
  const parts = await Promise.all(parcel.head.parts.map((_, index) => openPart(source, parcel, keys, index)));
  return { head: parcel.head, signature: parcel.signature, keys, parts };
}

/** The first tablet's work lies under a key that is wrapped for the province too; gives its id, and the key. */
async function underKey(key = newDataKey()): Promise<string> {
  const keyId = uuidV7();
  const person = { id: first.author, username: 'a', fullName: 'Bùi Thị Kiểm', unitName: null, roles: [] };
  const byRecovery = {
    recoveryKeyId: recovery.id,
    wrapped: await wrapFor(recovery.publicKey, key, recoveryPurpose),
  };
  const stored = {
    id: keyId,
    account: first.author,
    person,
    madeAt: '',
    retiredAt: null,
    byRecovery,
    handedInAt: null,
  };
  await first.store.keys.add({ ...stored, byCode: { version: 1 } } as never);
  first.store.vault.open({ account: first.author, keyId, key: key.slice() });
  return keyId;
}

function answerTo(
  parcelId: string,
  commands: readonly LoggedCommand[],
  status: 'applied' | 'refused' | 'quarantined',
): HandedIn {
  return {
    parcelId,
    opened: true,
    proven: true,
    commands: commands.map(({ id, visitId, author, action, writtenAt }) => ({
      ...{ id, visitId, author, action, writtenAt, status },
      before: false,
      reason: null,
    })),
    photos: [],
  };
}

async function makeParcel({ store }: Pick<Tablet, 'store'>) {
  const made = await makeParcels(store, everything, now).next();
  if (made.done === true) throw new Error('no parcel');
  return made.value;
}

/** As many photos of the visit, each with its record. Of all but one the bytes lie elsewhere: only their number counts here. */
async function manyPhotos({ store }: Tablet, visitId: string, number: number): Promise<void> {
  const [command] = await store.commands.toArray();
  const [upload] = await store.uploads.toArray();
  if (command === undefined || upload === undefined) throw new Error('no photo');
  for (let seq = 1; seq <= number; seq += 1) {
    const commandId = uuidV7();
    await store.commands.put({ ...command, id: commandId, visitId, seq });
    const sha256 = `${visitId} ${seq}`;
    await store.uploads.put({ ...upload, evidenceId: uuidV7(), commandId, visitId, sha256 });
  }
}

async function made(tablet: Tablet, most: { parts: number; records: number }) {
  const files: { visits: string[]; seqs: number[]; photos: number; rest: string }[] = [];
  for await (const { log, name } of makeParcels(tablet.store, everything, now, most)) {
    const rows = await tablet.store.commands.bulkGet([...log.commandIds]);
    // A photo lies with the record that names it.
    expect(log.uploads.every(({ commandId }) => log.commandIds.includes(commandId))).toBe(true);
    const seqs = rows.flatMap((row) => row?.seq ?? []);
    const [, rest = ''] = name.split('_tep-');
    files.push({ visits: [...log.visitIds], seqs, photos: log.uploads.length, rest });
  }
  return files;
}

describe('more than a parcel holds', () => {
  it('goes into a parcel for each visit, and of one visit into several, in the order in which it was written', async () => {
    await takePhoto(first, 'bảng niêm yết');
    const [second = '', third = ''] = [uuidV7(), uuidV7()].toSorted();
    await manyPhotos(first, second, 3);
    const most = { parts: 4, records: 100 };
    const one = { visits: [first.visitId], seqs: [1], photos: 1, rest: '' };
    const two = { visits: [second], seqs: [1, 2, 3], photos: 3, rest: '2.kycuong' };
    expect(await made(first, most)).toEqual([one, two]);
    await manyPhotos(first, third, 7);
    const three = { visits: [third], seqs: [1, 2, 3], photos: 3, rest: '3.kycuong' };
    const before = await readStatus(first.store);
    const cut = await made(first, most);
    expect(cut.slice(0, 3)).toEqual([one, two, three]);
    expect(cut.slice(3).map(({ seqs }) => seqs)).toEqual([
      [4, 5],
      [6, 7],
    ]);
    const byRecords = await made(first, { parts: 100, records: 4 });
    expect(byRecords.map(({ seqs }) => seqs)).toEqual([[1], [1, 2, 3], [1, 2, 3], [4, 5, 6, 7]]);
    expect(await readStatus(first.store)).toEqual(before);
  });

  it('leaves out what the server took with its photos, also where it is cut in two', async () => {
    await takePhoto(first, 'bảng niêm yết');
    const logged: LoggedCommand[] = [];
    for (let at = 0; at < 4; at += 1) logged.push(await logCommand(first.hand(), first.answer('M01')));
    const [upload] = await first.store.uploads.toArray();
    await first.store.uploads.update(upload?.evidenceId ?? '', { receivedAt: now.toISOString() });
    const [photo, ...answers] = await first.store.commands.toCollection().sortBy('seq');
    for (const command of [photo, ...answers.slice(0, 1)])
      if (command) await giveReceipt(first, command, 'applied');
    const files = await made(first, { parts: 100, records: 3 });
    expect(files.map(({ seqs }) => seqs)).toEqual([[3, 4, 5]]);
  });

  it('has parts of fewer records where these are long', async () => {
    for (let at = 0; at < 200; at += 1)
      await logCommand(first.hand(), first.answer('M01', 'Đ'.repeat(4_000)));
    const { file } = await makeParcel(first);
    const { parts } = await opened(file);
    expect(parts.every(({ length }) => length <= 1024 * 1024)).toBe(true);
    const ids = parts.flatMap((part) =>
      readRows(part).commands.map(({ command }) => readCommand(command)?.id),
    );
    expect(ids).toHaveLength(200);
  });
});

describe('a parcel made on a tablet', () => {
  it('holds the log as it was written, the receipts and the photos, and leaves all of it unsent here', async () => {
    const sent = await logCommand(first.hand(), first.answer('M01'));
    await giveReceipt(first, sent, 'applied');
    const refused = await logCommand(first.hand(), first.answer('M02'));
    await giveReceipt(first, refused, 'refused');
    const sha256 = await takePhoto(first, 'bảng niêm yết');
    const before = await readStatus(first.store);
    const made = await makeParcel(first);
    expect(made.name).toMatch(/^xa-co-le_2026-11-23-09g00_[0-9a-f]{8}\.kycuong$/);
    const { head, parts, signature } = await opened(made.file);
    const rows = readRows(parts[0] ?? new Uint8Array());
    expect(rows.commands.map(({ command }) => readCommand(command)?.id)).toEqual(
      (await first.store.commands.toCollection().sortBy('seq')).map(({ id }) => id),
    );
    const log = await first.store.commands.toArray();
    expect(rows.commands.map(({ command }) => command)).toEqual(expect.arrayContaining(log));
    expect(rows.commands.filter(({ receipt }) => receipt !== null)).toHaveLength(2);
    expect(head).toMatchObject({ mode: 'unlocked', counts: { records: 2, photos: 1 } });
    expect([head.recipients.length, signature?.length]).toEqual([2, 86]);
    expect(await sha256Of(parts[1] ?? new Uint8Array())).toBe(sha256);
    expect(await readStatus(first.store)).toEqual(before);
  });

  it('of a locked tablet gives the sealed rows to the province, who can open them', async () => {
    const keyId = await underKey();
    const command = await logCommand(first.hand(), first.answer('M01', 'bí mật'));
    await takePhoto(first, 'ảnh kín');
    first.store.vault.close();
    const made = await makeParcel(first);
    const { head, keys, parts } = await opened(made.file);
    expect([head.mode, head.authors]).toEqual(['locked', [{ id: first.author, name: 'Bùi Thị Kiểm' }]]);
    const [row] = readRows(parts[0] ?? new Uint8Array()).sealed.filter(
      ({ columns }) => columns.id === command.id,
    );
    const dataKey = keys.dataKeys.get(keyId) ?? new Uint8Array();
    const bytes = Uint8Array.from(atob((row?.sealed ?? '').replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    expect({ ...row?.columns, ...decodeRow(openBytes(dataKey, bytes, row?.place ?? '')) }).toEqual(command);
    const photo = readSealedPhoto(parts[1] ?? new Uint8Array());
    const file = decodeRow(openBytes(dataKey, photo.sealed, photo.head.place));
    expect(new TextDecoder().decode(file.bytes instanceof Uint8Array ? file.bytes : undefined)).toBe(
      'ảnh kín',
    );
    expect(new TextDecoder().decode(await made.file.arrayBuffer())).not.toContain('bí mật');
  });

  it('takes along what was typed and is no command yet, and leaves what waits for its author', async () => {
    const keyId = await underKey();
    const held = first.store.vault.held() ?? expect.fail('locked');
    const key = { ...held, key: held.key.slice() };
    await typeText(first, 'Cắt ngang khi gõ');
    await typeText(first, 'Có dấu MẬT', 'M02');
    first.store.vault.close();
    const made = await makeParcel(first);
    const { head, keys, parts } = await opened(made.file);
    expect(head.counts).toEqual({ records: 1, photos: 0 });
    const [row] = readRows(parts[0] ?? new Uint8Array()).sealed;
    const bytes = Buffer.from(row?.sealed ?? '', 'base64url');
    const told = {
      ...row?.columns,
      ...decodeRow(openBytes(keys.dataKeys.get(keyId) ?? bytes, bytes, row?.place ?? '')),
    };
    expect(row?.place).toBe(`commands:${row?.columns.id}`);
    // The server takes it for a command like any other.
    expect(CommandEnvelope.parse(told)).toMatchObject({
      author: first.author,
      seq: 1,
      writtenAt: now.toISOString(),
    });
    expect(told).toMatchObject({ payload: { note: 'Cắt ngang khi gõ' } });
    first.store.vault.open(key);
    expect(await first.store.commands.toArray()).toEqual([told]);
    expect((await first.store.texts.toArray()).map(({ payload }) => payload.note)).toEqual(['Có dấu MẬT']);
  });

  it('is not made before the province’s key is known, or of nothing', async () => {
    await expect(makeParcel(first)).rejects.toMatchObject({ why: 'nothing' });
    await logCommand(first.hand(), first.answer('M01'));
    await first.store.meta.delete('recoveryKey');
    await expect(makeParcel(first)).rejects.toMatchObject({ why: 'no-key' });
  });
});

describe('a parcel on a colleague’s tablet', () => {
  const keep = (file: Blob) =>
    keepParcel({ store: second.store, account: second.author, now }, file, 'goi.kycuong');
  const shown = async () =>
    (await visitHistory(second.store, second.author, first.visitId)).map(({ id }) => id);

  it('is shown at once in its author’s name, handed in later whole, and once', async () => {
    const command = await logCommand(first.hand(), first.answer('M01', 'Đã xem'));
    const sha256 = await takePhoto(first, 'ảnh');
    const { file } = await makeParcel(first);
    const kept = await keep(file);
    await keep(file);
    expect(await shown()).toHaveLength(2);
    const [carried] = await visitHistory(second.store, second.author, first.visitId);
    expect(carried).toMatchObject({ id: command.id, author: first.author, device: first.device });
    expect((await keptFile(second.store, second.author, sha256))?.sha256).toBe(sha256);
    expect(await second.store.commands.count()).toBe(0);
    const sent: number[] = [];
    const ground = { store: second.store, account: second.author, now: second.now, random: () => 1 };
    const offline = async () => {
      throw new ServerFailure('network');
    };
    expect(await carryParcels({ ...ground, send: offline })).toBe(second.now() + 2_000);
    second.pass(2_000);
    const log = await first.store.commands.toArray();
    const send = async (_: unknown, whole: Blob) => {
      sent.push(whole.size);
      return answerTo(kept.id, log, 'applied');
    };
    expect(await carryParcels({ ...ground, send })).toBeNull();
    expect(await carryParcels({ ...ground, send })).toBeNull();
    expect(sent).toEqual([file.size]);
    expect(await shown()).toHaveLength(2);
  });

  it('is no longer shown where the server would not have it; the file stays', async () => {
    await logCommand(first.hand(), first.answer('M01'));
    const log = await first.store.commands.toArray();
    const { file } = await makeParcel(first);
    const kept = await keep(file);
    const ground = { store: second.store, account: second.author, now: second.now, random: () => 1 };
    await carryParcels({ ...ground, send: async () => answerTo(kept.id, log, 'refused') });
    expect(await shown()).toEqual([]);
    expect((await second.store.parcels.get(kept.id))?.file.size).toBe(file.size);
  });

  it('that was cut or altered is refused whole, and nothing of it is kept', async () => {
    await logCommand(first.hand(), first.answer('M01'));
    await takePhoto(first, 'ảnh');
    const { file } = await makeParcel(first);
    const bytes = new Uint8Array(await file.arrayBuffer());
    bytes[bytes.length - 3] = (bytes[bytes.length - 3] ?? 0) ^ 1;
    await expect(keep(new Blob([bytes]))).rejects.toMatchObject({ key: 'parcel.altered' });
    await expect(keep(file.slice(0, file.size - 1))).rejects.toMatchObject({ key: 'parcel.cut' });
    expect([await shown(), await second.store.parcels.count(), await second.store.files.count()]).toEqual([
      [],
      0,
      0,
    ]);
  });

  it('gives way to what the server tells', async () => {
    await logCommand(first.hand(), first.answer('M01'));
    const [log] = await first.store.commands.toArray();
    const { file } = await makeParcel(first);
    await keep(file);
    const row = await second.store.serverCommands.get([second.author, log?.id ?? '']);
    expect(row?.viaParcel).toBeDefined();
  });
});

describe('what came in a colleague’s parcel', () => {
  const day = 86_400_000;
  /** A parcel with one photo on the second tablet, handed in, and what the server answers about photos. */
  async function handedIn(status: 'applied' | 'quarantined', photo: 'received' | 'awaited' | 'none') {
    await logCommand(first.hand(), first.answer('M01'));
    const sha256 = await takePhoto(first, 'ảnh');
    const log = await first.store.commands.toArray();
    const [upload] = await first.store.uploads.toArray();
    const { evidenceId = '', commandId = '' } = upload ?? {};
    const { file } = await makeParcel(first);
    const kept = await keepParcel({ store: second.store, account: second.author, now }, file, 'goi.kycuong');
    const answer: HandedIn = {
      ...answerTo(kept.id, log, status),
      photos: photo === 'none' ? [] : [{ evidenceId, commandId, status: photo }],
    };
    let sent = 0;
    const send = async () => {
      sent += 1;
      return answer;
    };
    const ground = { store: second.store, account: second.author, now: second.now, random: () => 1 };
    await carryParcels({ ...ground, send });
    const free = (said = sha256) =>
      freeRoom({
        store: second.store,
        server: { evidenceStates: async () => [{ id: evidenceId, status: 'received', sha256: said }] },
        nowMs: second.now(),
      });
    return { log, commandId, free, sent: () => sent, carry: () => carryParcels({ ...ground, send }) };
  }
  const decide = (id: string, decision: 'applied' | 'declined') =>
    second.store.decisions.put({
      ...{ account: second.author, visitId: first.visitId, id, decision, at: '', reason: null },
      ...{ by: { id: '', name: null }, afterRefusal: false },
    });
  const rows = async () => [await second.store.parcels.count(), await second.store.files.count()];

  it('goes with its file when the server names every hash and the time has passed, and not before', async () => {
    const { free } = await handedIn('applied', 'received');
    second.pass(13 * day);
    await free();
    expect(await rows()).toEqual([1, 1]);
    second.pass(2 * day);
    await free('f'.repeat(64));
    expect(await rows()).toEqual([1, 1]);
    expect(await free()).toMatchObject({ files: 1 });
    expect(await rows()).toEqual([0, 0]);
  });

  it('stays while the server has not answered, keeps something for the leader, or has not got a photo’s record', async () => {
    const { free, log } = await handedIn('quarantined', 'received');
    second.pass(30 * day);
    await free();
    expect(await rows()).toEqual([1, 1]);
    for (const { id } of log) await decide(id, 'applied');
    await free();
    expect(await rows()).toEqual([0, 0]);
  });

  it('stays when its photo was declined, and is handed in once more when it was let in', async () => {
    const { free, log, commandId, sent, carry } = await handedIn('quarantined', 'none');
    for (const { id } of log) await decide(id, 'declined');
    second.pass(30 * day);
    expect([await carry(), sent()]).toEqual([null, 1]);
    await free();
    expect(await rows()).toEqual([1, 1]);
    await decide(commandId, 'applied');
    await carry();
    expect(sent()).toBe(2);
  });

  it('says when the way lets no file of its size through', async () => {
    await logCommand(first.hand(), first.answer('M01'));
    const { file } = await makeParcel(first);
    await keepParcel({ store: second.store, account: second.author, now }, file, 'goi.kycuong');
    const carry = (send: SendParcel) => {
      const { store, author: account } = second;
      return carryParcels({ store, account, send, now: second.now, random: () => 1 });
    };
    await carry(() => Promise.reject(new ServerFailure('too-large')));
    expect(await second.store.parcels.toArray()).toMatchObject([{ trouble: 'too-large', answer: null }]);
    second.pass(60_000);
    await carry(async (_, file) => answerTo((await opened(file)).head.id, [], 'applied'));
    expect(await second.store.parcels.toArray()).toMatchObject([{ trouble: null }]);
  });
});

describe('a parcel that is sent', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('is given up where no answer comes, later the larger it is', async () => {
    await logCommand(first.hand(), first.answer('M01'));
    const { file } = await makeParcel(first);
    const patience = new AbortController();
    const limit = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal);
    const asked = Promise.withResolvers<void>();
    vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
      signal?.throwIfAborted();
      asked.resolve();
      return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    });
    const send = parcelSender({ headers: async () => ({}), heard: () => undefined });
    const ending = send(first.store, file).catch((error: unknown) => error);
    await asked.promise;
    patience.abort();
    expect(await ending).toMatchObject({ trouble: 'network' });
    await takePhoto(first, 'x'.repeat(900_000));
    await send(first.store, (await makeParcel(first)).file).catch(() => undefined);
    const [[shortMs = 0] = [], [longMs = 0] = []] = limit.mock.calls;
    expect([shortMs >= 45_000, shortMs < 60_000, longMs > 120_000]).toEqual([true, true, true]);
  });
});

describe('work that a device hands in sealed', () => {
  it('is counted by the server’s answer, and is still sent by its author', async () => {
    const command = await logCommand(first.hand(), first.answer('M01'));
    const log = [command];
    const send = async () => answerTo(uuidV7(), log, 'applied');
    await handInSealed(first.store, send, everything, now);
    const { records, allReceived } = await readStatus(first.store);
    expect([records.waiting, records.received, allReceived]).toEqual([0, 1, true]);
    expect(await first.store.receipts.count()).toBe(0);
    expect(await first.store.commands.count()).toBe(1);
  });

  it('goes in smaller ones where the way lets none as large through; what goes no smaller is said last', async () => {
    const log = [await logCommand(first.hand(), first.answer('M01', 'ă'.repeat(4_000)))];
    for (let at = 0; at < 8; at += 1)
      log.push(await logCommand(first.hand(), first.answer(`M1${at}`, 'ă'.repeat(500))));
    const most = 9_000;
    const sizes: number[] = [];
    const narrow = async (_: unknown, file: Blob) => {
      sizes.push(file.size);
      if (file.size > most) throw new ServerFailure('too-large');
      const { parts } = await opened(file);
      const ids = parts.flatMap((part) =>
        readRows(part).commands.map(({ command }) => readCommand(command)?.id),
      );
      return answerTo(
        uuidV7(),
        log.filter(({ id }) => ids.includes(id)),
        'applied',
      );
    };
    const limit = newPathLimit();
    const failed = await handInSealed(first.store, narrow, everything, now, limit).catch((error) => error);
    expect(failed).toMatchObject({ trouble: 'too-large' });
    expect((await first.store.sealedAnswers.toArray()).map(({ id }) => id).toSorted()).toEqual(
      log
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(sizes.filter((size) => size <= most).length).toBeLessThan(5);
    // What is known of the way is not tried on it.
    limit.refused(2 * most);
    sizes.length = 0;
    await handInSealed(first.store, narrow, everything, now, limit).catch(() => undefined);
    expect(sizes.filter((size) => size > most)).toHaveLength(1);
  });

  it('does not count before a wipe while anything lies under a key that the province cannot open', async () => {
    const key = newDataKey();
    const stored = {
      id: uuidV7(),
      account: first.author,
      person: { id: first.author, fullName: 'Bùi Thị Kiểm' },
    };
    await first.store.keys.add({ ...stored, byRecovery: null } as never);
    first.store.vault.open({ account: first.author, keyId: stored.id, key: key.slice() });
    const command = await logCommand(first.hand(), first.answer('M01'));
    first.store.vault.close();
    const send = async () => answerTo(uuidV7(), [command], 'applied');
    expect(await handInBeforeWipe(first.store, send, now)).toBe(0);
    const wrapped = await wrapFor(recovery.publicKey, key, recoveryPurpose);
    await first.store.keys.update(stored.id, { byRecovery: { recoveryKeyId: recovery.id, wrapped } });
    expect(await handInBeforeWipe(first.store, send, now)).toBe(1);
  });
});
