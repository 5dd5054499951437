import type { Role } from '@kycuong/domain/access/role.ts';
import type { CommandEnvelope } from '@kycuong/domain/sync/command-envelope.ts';
import type { FieldCommand } from '@kycuong/domain/sync/field-command.ts';
import type { HandedIn } from '@kycuong/domain/sync/handed-in.ts';
import type { VisitPacket } from '@kycuong/domain/sync/packet.ts';
import type { ParcelHead } from '@kycuong/domain/sync/parcel.ts';
import type { DecidedCommand } from '@kycuong/domain/sync/quarantine.ts';
import type { Receipt } from '@kycuong/domain/sync/receipt.ts';
import type { RecoveryKey } from '@kycuong/domain/sync/recovery-key.ts';
import type { WrappedKey } from '@kycuong/domain/sync/wrapped-key.ts';
import type { VisitState } from '@kycuong/domain/visit/visit-state.ts';
import { Dexie, type Table } from 'dexie';
import type { DeviceKeys } from '../device/device-keys.ts';
import type { Wiped, WipeProgress } from '../device/wipe.ts';
import type { CodeWrapped } from '../lock/code-wrap.ts';
import { sealRows } from '../lock/seal-rows.ts';
import { newVault, type Vault } from '../lock/vault.ts';
import type { Trouble } from './trouble.ts';

/** A command as it was written on this device. Rows are added and never changed. */
export type LoggedCommand = FieldCommand & Omit<CommandEnvelope, 'action' | 'payload'>;

/**
 * What was typed at an item and is no command yet: the command that it will be, as of the last key, all but its number. It
 * is sealed under the name of that command, so that a tablet that stays locked can still lay it into the log as it lies.
 */
export type TypedText = Extract<FieldCommand, { action: 'answer.set' }> &
  Omit<CommandEnvelope, 'action' | 'payload' | 'seq'> & {
    /** 1: it bears a marking of secrecy or is too long, and waits for the person; it is not logged by itself. */
    readonly held: 0 | 1;
  };

/** The server's answer as it came, byte for byte, with what is looked up in it. */
export interface StoredReceipt {
  readonly id: string;
  readonly visitId: string;
  /** How the command stands: as the receipt says, until the leader's decision on it lies in `decisions`. */
  readonly status: Receipt['status'];
  readonly text: string;
  readonly storedAt: string;
}

/** How sending stands for one visit of one author: what is under way, and when to try again. Holds no work. */
export interface Lane {
  readonly author: string;
  readonly visitId: string;
  readonly sendingIds: readonly string[];
  readonly failures: number;
  /** Unix ms before which nothing is sent; 0: at once. */
  readonly notBefore: number;
  /** How many commands to send at once: halved when the server fails, so that one bad command is found. */
  readonly batch: number;
  /** How the last try ended. */
  readonly trouble: Trouble | null;
  /** Unix ms of the round in which it did; left out in rows of earlier versions. */
  readonly triedAt?: number;
}

/**
 * A command at which the server failed, set aside so that the rest of its visit goes on. It is tried again alone; what
 * builds on it waits with it. Holds no work: the command lies in the log.
 */
export interface Parked {
  readonly id: string;
  readonly author: string;
  readonly visitId: string;
  readonly failures: number;
  /** Unix ms before which it is not tried again. */
  readonly notBefore: number;
  /** `too-large`: alone it is more than the way lets through. */
  readonly trouble?: Trouble;
}

/** A visit as one person holds it. The commands of its packet lie in `serverCommands`. */
export interface HeldVisit {
  readonly account: string;
  readonly visitId: string;
  readonly packet: Omit<VisitPacket, 'commands'>;
  readonly status: VisitState;
  readonly fetchedAt: string;
  /** When the person made it ready to be done without a network; null: it only came with the list. */
  readonly keptAt: string | null;
  /** No longer the person's: nothing new is written, unsent work stays. */
  readonly revoked: boolean;
}

/**
 * What the list shows of a visit's packet: opening the packets themselves, with a checklist in each, would cost the
 * start more than all else. Whoever changes a packet drops its head in the same transaction; the list makes it anew.
 */
export interface VisitHead extends Pick<HeldVisit, 'account' | 'visitId' | 'status' | 'keptAt' | 'revoked'> {
  readonly packet: {
    readonly unit: Pick<VisitPacket['unit'], 'name'>;
    readonly round: Pick<VisitPacket['round'], 'field' | 'form'>;
  } & Pick<VisitPacket, 'plannedOn' | 'packedAt'>;
  /** How many lines its checklist has. */
  readonly items: number;
}

export interface ServerCommand {
  readonly account: string;
  readonly id: string;
  readonly visitId: string;
  /** Place in the order in which the server applied it. */
  readonly order: number;
  readonly command: FieldCommand;
  /** It came in a colleague's parcel, and the server has not told it yet. */
  readonly viaParcel?: string;
}

/** A colleague's parcel, kept whole as it will be handed in. */
export interface KeptParcel {
  readonly id: string;
  /** Who took it over on this device. */
  readonly account: string;
  readonly name: string;
  readonly file: Blob;
  readonly facts: Pick<ParcelHead, 'device' | 'authors' | 'visits' | 'counts' | 'madeAt'>;
  readonly keptAt: string;
  /** False: sealed for the province alone, so it can be handed in from here and not read. */
  readonly opened: boolean;
  readonly failures: number;
  /** Unix ms before which it is not handed in again. */
  readonly notBefore: number;
  /** Why the last try brought no answer. */
  readonly trouble?: Trouble | null;
  /** What the server said of it; null: it has not said anything. */
  readonly answer: HandedIn | null;
  /** When it last said something. */
  readonly answeredAt: string | null;
  /** Photos and files named in it, where it could be opened here. */
  readonly photos: readonly { readonly evidenceId: string; readonly sha256: string; readonly size: number }[];
}

/** A file into which this device's work was sealed. It is not sent by that: only a receipt says so. */
export interface Exported {
  readonly id: string;
  readonly name: string;
  readonly madeAt: string;
  /** Without the server's word when it was made. */
  readonly commandIds: readonly string[];
  readonly evidenceIds: readonly string[];
}

/**
 * What the server said of work that this device handed in sealed, without its author at hand. Holds no content: the
 * author's own sending still gets every receipt.
 */
export interface SealedAnswer {
  readonly id: string;
  readonly visitId: string;
  /** How it stands, as that of a `StoredReceipt`. */
  readonly status: Receipt['status'];
  readonly at: string;
}

/** A photo or file as database version 1 kept it, for whoever holds the device. Only read. */
export interface StoredEvidence {
  readonly sha256: string;
  readonly blob: Blob;
  readonly storedAt: string;
}

/** The kept bytes of a photo or file; their identity is their hash. Each person's own, since each seals with his key. */
export interface StoredFile {
  readonly account: string;
  readonly sha256: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly storedAt: string;
}

/** The way of one attachment's bytes to the server. */
export interface Upload {
  readonly evidenceId: string;
  /** The command that is its ticket. */
  readonly commandId: string;
  readonly author: string;
  readonly visitId: string;
  readonly sha256: string;
  readonly size: number;
  readonly sentBytes: number;
  /** 1 while it is being carried; a number, so that it can be counted by an index. */
  readonly sending: 0 | 1;
  /** Where a broken upload goes on. */
  readonly address: string | null;
  readonly failures: number;
  readonly notBefore: number;
  readonly trouble: Trouble | null;
  /** Unix ms of the turn in which it had that; left out in rows of earlier versions. */
  readonly triedAt?: number;
  /** When the server said that it holds all bytes with the right hash. */
  readonly receivedAt: string | null;
}

/**
 * What the list says of a visit, so that it need not read the whole history: as it was when the visit's rows were as
 * many as `print` says. Rows are only ever added, so equal numbers mean equal rows.
 */
export interface Digest {
  readonly account: string;
  readonly visitId: string;
  readonly print: string;
  readonly answered: number;
  readonly findings: number;
  readonly dossiers: number;
  readonly begun: boolean;
  /** Undefined in what an earlier release kept. */
  readonly checkInTakenBack?: boolean;
  readonly submitted: boolean;
  readonly closed: boolean;
  /** Commands of this device that hand in or close the visit. */
  readonly endings: readonly string[];
}

/** A small picture of a photo, made when it was taken, for lists of many. */
export interface Thumbnail {
  readonly account: string;
  readonly sha256: string;
  /** JPEG. */
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A form that is not handed in yet, saved at each touch. */
export interface Draft {
  readonly account: string;
  readonly key: string;
  readonly value: unknown;
  readonly savedAt: string;
  /**
   * The command whose content the person saw when they began it, null where nothing stood; undefined in what earlier
   * releases kept, and where a form is about nothing that is recorded.
   */
  readonly seen?: string | null | undefined;
}

/** A refused command and the new one that stands in for it, or the person's word that it may rest. */
export interface Settlement {
  readonly refusedId: string;
  readonly mendedBy: string | null;
  readonly at: string;
  /** `mendedBy` hands it to the leader, who has not decided yet. */
  readonly toLeader?: true;
  /** Declined by the leader and left at that: since when the person lets the bytes of its photo go. */
  readonly letGoAt?: string;
}

/** What the leader decided on a command that the person wrote or handed in, as the feed told it. */
export interface Decision extends DecidedCommand {
  readonly account: string;
  readonly visitId: string;
}

export interface Person {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly unitName: string | null;
  readonly roles: readonly Role[];
}

/** A person's data key on this device, as it may lie on the disk: only ever wrapped. */
export interface StoredKey {
  readonly id: string;
  readonly account: string;
  /** Whose it is, to be greeted by name while locked. */
  readonly person: Person;
  readonly madeAt: string;
  /** After a forgotten code a new key begins; what lies under the old one is kept. */
  readonly retiredAt: string | null;
  readonly byCode: CodeWrapped;
  /** For the province, so that a forgotten code does not destroy evidence; null until its public key is known here. */
  readonly byRecovery: { readonly recoveryKeyId: string; readonly wrapped: WrappedKey } | null;
  /** When everything under this key was handed in sealed, while its code was forgotten. */
  readonly handedInAt: string | null;
}

export interface Attempts {
  readonly failures: number;
  /** Unix ms before which no further code is tried. */
  readonly notBefore: number;
}

/** Single facts of the device. */
export interface Facts {
  device: string;
  clock: string;
  /** Server minus device, ms, as last seen. */
  serverOffsetMs: number;
  person: Person;
  /** The stored person's sign-in is known to have ended. */
  signedOut: boolean;
  /** Why the last round came to nothing before anything was sent, and Unix ms of the next. */
  roundTrouble: { readonly trouble: Trouble; readonly nextTryAt: number };
  lastContactAt: string;
  lastPulledAt: string;
  order: number;
  /** How long what the server has stays here too. */
  retentionDays: number;
  /** Unix ms of the last look at what may be freed. */
  freedAt: number;
  /** How much the server keeps for one person's decision as leader, by visit, when last asked. */
  [quarantine: `quarantine:${string}`]: Readonly<Record<string, number>>;
  [cursor: `cursor:${string}`]: string;
  /** What people call this device. */
  deviceLabel: string;
  /** The server knows this device, for these accounts; the key by which orders come was pinned the first time. */
  registration: {
    readonly accounts: readonly string[];
    readonly label: string;
    readonly orderKey: string | null;
  };
  /** Key of the reason why the server would not register it. */
  registrationRefused: string;
  /** Unix ms by the device's clock when it last told of itself. */
  toldAt: number;
  /** What it then said of what is unsent. */
  toldUnsent: string;
  wipe: WipeProgress;
  wiped: Wiped;
  /** The province's public key, as last told by the server. */
  recoveryKey: RecoveryKey;
  /** Unix ms when it was told last. */
  recoveryToldAt: number;
  /** Name of somebody else who is signed in at the server in this browser: nothing is sent meanwhile. */
  otherSession: string | null;
  /** Who signed out here while the server could not be told. */
  leftAccount: string;
  /** Minutes without a touch after which the tablet locks itself. */
  lockAfterMinutes: number;
  [seq: `seq:${string}`]: number;
  /** Wrong codes of one person in a row. */
  [attempts: `attempts:${string}`]: Attempts;
}

export interface FieldStore extends Dexie {
  readonly vault: Vault;
  readonly commands: Table<LoggedCommand, string>;
  readonly texts: Table<TypedText, string>;
  readonly receipts: Table<StoredReceipt, string>;
  readonly settlements: Table<Settlement, string>;
  readonly decisions: Table<Decision, [account: string, id: string]>;
  readonly lanes: Table<Lane, [author: string, visitId: string]>;
  readonly parked: Table<Parked, string>;
  readonly packets: Table<HeldVisit, [account: string, visitId: string]>;
  readonly serverCommands: Table<ServerCommand, [account: string, id: string]>;
  readonly evidence: Table<StoredEvidence, string>;
  readonly files: Table<StoredFile, [account: string, sha256: string]>;
  readonly uploads: Table<Upload, string>;
  readonly heads: Table<VisitHead, [account: string, visitId: string]>;
  readonly digests: Table<Digest, [account: string, visitId: string]>;
  readonly thumbnails: Table<Thumbnail, [account: string, sha256: string]>;
  readonly drafts: Table<Draft, [account: string, key: string]>;
  readonly parcels: Table<KeptParcel, string>;
  readonly exports: Table<Exported, string>;
  readonly sealedAnswers: Table<SealedAnswer, string>;
  readonly keys: Table<StoredKey, string>;
  readonly deviceKeys: Table<DeviceKeys, string>;
  readonly meta: Table<{ readonly key: string; readonly value: unknown }, string>;
}

/**
 * Opens the device's database. A released version is never edited: a change is a further `version()`, and none may
 * rewrite `commands`. Commits are flushed to the disk before they count. Rows of the tables in `sealedTables` are
 * sealed with the key in the vault: what they have in no index is not readable on the disk.
 */
export function openStore(name = 'kycuong-field'): FieldStore {
  // What live queries read is not kept a second time: it would be copied at each look, and shown before the disk has it.
  const database = new Dexie(name, { chromeTransactionDurability: 'strict', cache: 'disabled' });
  database.version(1).stores({
    commands: 'id, &[visitId+seq], visitId, author',
    receipts: 'id, visitId, status',
    settlements: 'refusedId',
    lanes: '[author+visitId]',
    packets: '[account+visitId], account',
    serverCommands: '[account+id], [account+visitId]',
    evidence: 'sha256',
    uploads: 'evidenceId, commandId, author, visitId, sha256',
    drafts: '[account+key]',
    meta: 'key',
  });
  database.version(2).stores({
    parked: 'id, [author+visitId], visitId',
    decisions: '[account+id], visitId, decision',
    receipts: 'id, visitId, status, [visitId+status], storedAt',
    serverCommands: '[account+id], [account+visitId], [account+visitId+order]',
    uploads:
      'evidenceId, commandId, author, visitId, sha256, receivedAt, [visitId+receivedAt], sending, [visitId+sending], notBefore',
    heads: '[account+visitId], account',
    digests: '[account+visitId], account',
    files: '[account+sha256], sha256',
    thumbnails: '[account+sha256]',
    parcels: 'id, account',
    exports: 'id',
    sealedAnswers: 'id, visitId, status, [visitId+status]',
    keys: 'id, account',
    deviceKeys: 'id',
  });
  database.version(3).stores({ texts: 'id, author, visitId, held, [visitId+held], clock' });
  const vault = newVault();
  database.use(sealRows(vault));
  const table = <Row, Key>(of: string): Table<Row, Key> => database.table<Row, Key>(of);
  return Object.assign(database, {
    vault,
    commands: table<LoggedCommand, string>('commands'),
    texts: table<TypedText, string>('texts'),
    receipts: table<StoredReceipt, string>('receipts'),
    settlements: table<Settlement, string>('settlements'),
    decisions: table<Decision, [string, string]>('decisions'),
    lanes: table<Lane, [string, string]>('lanes'),
    parked: table<Parked, string>('parked'),
    packets: table<HeldVisit, [string, string]>('packets'),
    serverCommands: table<ServerCommand, [string, string]>('serverCommands'),
    evidence: table<StoredEvidence, string>('evidence'),
    files: table<StoredFile, [string, string]>('files'),
    uploads: table<Upload, string>('uploads'),
    heads: table<VisitHead, [string, string]>('heads'),
    digests: table<Digest, [string, string]>('digests'),
    thumbnails: table<Thumbnail, [string, string]>('thumbnails'),
    drafts: table<Draft, [string, string]>('drafts'),
    parcels: table<KeptParcel, string>('parcels'),
    exports: table<Exported, string>('exports'),
    sealedAnswers: table<SealedAnswer, string>('sealedAnswers'),
    keys: table<StoredKey, string>('keys'),
    deviceKeys: table<DeviceKeys, string>('deviceKeys'),
    meta: table<{ readonly key: string; readonly value: unknown }, string>('meta'),
  });
}
