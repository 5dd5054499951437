import { quarantineDecisions, quarantineReasons } from '@kycuong/domain/sync/quarantine.ts';
import { receiptStatuses } from '@kycuong/domain/sync/receipt.ts';
import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { instant, xid8 } from '../column.ts';
import { ofVisit } from '../of-visit.ts';
import { oneOf } from '../one-of.ts';
import { actorId, allOf, anyOf, fence, isNamed, isSystem, onTeam, oversees, signedIn } from '../policy.ts';
import { account } from './access.ts';
import { device } from './device.ts';
import { round } from './planning.ts';
import { visit } from './visit.ts';

/** The stored answer to every command, from any door. `receipt` is text: a replay returns it byte for byte. */
export const commandReceipt = pgTable(
  'command_receipt',
  {
    id: uuid().primaryKey(),
    /** Null: the system, or the command line without a named person. */
    authorId: uuid('author_id').references(() => account.id),
    /** Who handed it in, when that was not the author. */
    senderId: uuid('sender_id').references(() => account.id),
    action: text().notNull(),
    /** The command whose value the person saw: kept for what was refused too, since later work may build on it. */
    base: uuid(),
    contentHash: text('content_hash').notNull(),
    status: text({ enum: receiptStatuses }).notNull(),
    receipt: text().notNull(),
    /** The whole refused command as JSON text, so that nothing written is lost. */
    refused: text(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [
    index('command_receipt_author').on(table.authorId),
    index('command_receipt_sender').on(table.senderId).where(sql`sender_id is not null`),
    check('command_receipt_status', oneOf(table.status, receiptStatuses)),
    ...fence({
      read: anyOf(sql`${table.authorId} = ${actorId}`, isSystem),
      insert: anyOf(sql`${table.authorId} = ${actorId}`, isSystem),
    }),
  ],
);

/** Every applied command of the field, as it was written: the history of a visit. */
export const fieldCommand = pgTable(
  'field_command',
  {
    id: uuid().primaryKey(),
    /** Rises within a visit in the order in which its commands were applied. */
    appliedNo: bigint('applied_no', { mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    ...ofVisit(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => account.id),
    /** Who handed it in or admitted it, when that was not the author. */
    senderId: uuid('sender_id').references(() => account.id),
    /** As the author says, unproven; the author's own id at the console. Nothing is refused for a number: anybody can name any. */
    deviceId: uuid('device_id').notNull(),
    seq: integer().notNull(),
    action: text().notNull(),
    schemaVersion: integer('schema_version').notNull(),
    /** The stamp as it counts: never far ahead of the receipt. `device_clock` is what the device had written, if that differs. */
    clock: text().notNull(),
    deviceClock: text('device_clock'),
    base: uuid(),
    /** Where `base` was not applied: the nearest applied commands that the author had seen through it. */
    through: uuid().array(),
    payload: jsonb().$type<unknown>().notNull(),
    status: text({ enum: receiptStatuses }).notNull(),
    /** The device's own time, its last known distance from the server's (ms), and the server's. */
    writtenAt: instant('written_at').notNull(),
    serverOffsetMs: bigint('server_offset_ms', { mode: 'number' }),
    receivedAt: instant('received_at').notNull(),
  },
  (table) => [
    index('field_command_visit').on(table.visitId, table.appliedNo),
    index('field_command_round').on(table.roundId),
    index('field_command_unit').on(table.unitId),
    index('field_command_author').on(table.authorId),
    index('field_command_sender').on(table.senderId).where(sql`sender_id is not null`),
    check('field_command_status', oneOf(table.status, receiptStatuses)),
    ...fence({
      read: anyOf(onTeam('field_command.round_id'), oversees('field_command.unit_id')),
      insert: allOf(
        onTeam('field_command.round_id'),
        anyOf(sql`${table.authorId} = ${actorId}`, sql`${table.senderId} = ${actorId}`),
      ),
    }),
  ],
);

/**
 * Commands that are kept and not applied until the leader of the team decides: their author was disabled or taken off
 * the team meanwhile, could not be proven, or asks the leader to admit what was refused.
 */
export const quarantinedCommand = pgTable(
  'quarantined_command',
  {
    /** The command's own id where its receipt is in `command_receipt`, and stays as it is whatever is decided; else one of its own. */
    id: uuid().primaryKey(),
    /** The command's own id. Without proof of the author any number of versions may be kept under it, and none has the receipt. */
    commandId: uuid('command_id').notNull(),
    ...ofVisit(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => account.id),
    senderId: uuid('sender_id').references(() => account.id),
    /** The registered device whose signature came with it; null: none did, or it does not prove the author. */
    deviceId: uuid('device_id').references(() => device.id),
    reason: text({ enum: quarantineReasons }).notNull(),
    /** What the author said when handing it to the leader. */
    note: text(),
    /** The receipt by which it had been refused, when it was handed to the leader. */
    refusal: text(),
    /** The incoming command as JSON text: id, payload, envelope. */
    incoming: text().notNull(),
    action: text().notNull(),
    contentHash: text('content_hash').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    decision: text({ enum: quarantineDecisions }),
    decidedBy: uuid('decided_by').references(() => account.id),
    decidedAt: instant('decided_at'),
    decisionReason: text('decision_reason'),
    /** The leader's command; the kept command's own id where the author's sending it has settled the matter. */
    decisionCommandId: uuid('decision_command_id'),
    /** When the command came from its author, after this version of it. */
    authorSentAt: instant('author_sent_at'),
  },
  (table) => [
    uniqueIndex('quarantined_command_version')
      .on(table.commandId, table.contentHash, table.reason)
      .where(sql`id <> command_id`),
    // A decision is on every version, the author's own among them.
    index('quarantined_command_command').on(table.commandId),
    index('quarantined_command_visit').on(table.visitId),
    index('quarantined_command_round').on(table.roundId),
    index('quarantined_command_unit').on(table.unitId),
    index('quarantined_command_author').on(table.authorId),
    index('quarantined_command_sender').on(table.senderId).where(sql`sender_id is not null`),
    index('quarantined_command_device').on(table.deviceId).where(sql`device_id is not null`),
    index('quarantined_command_decided_by').on(table.decidedBy),
    check('quarantined_command_reason', oneOf(table.reason, quarantineReasons)),
    check('quarantined_command_decision', oneOf(table.decision, quarantineDecisions)),
    ...fence({
      read: anyOf(
        onTeam('quarantined_command.round_id'),
        allOf(oversees('quarantined_command.unit_id'), isNamed('quarantined_command.visit_id')),
        sql`${table.authorId} = ${actorId}`,
        sql`${table.senderId} = ${actorId}`,
        isSystem,
      ),
      insert: isSystem,
      update: anyOf(onTeam('quarantined_command.round_id'), isSystem),
    }),
  ],
);

const feedKinds = ['granted', 'revoked', 'command', 'visit', 'decided'] as const;

/**
 * What changed for whom. Read with a transaction-id watermark, never by time or sequence alone: those miss
 * rows of transactions that commit late. `account_id` set: for that person only; else for the round's team.
 */
export const changeFeed = pgTable(
  'change_feed',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    xid: xid8().notNull().default(sql`pg_current_xact_id()`),
    accountId: uuid('account_id').references(() => account.id),
    roundId: uuid('round_id')
      .notNull()
      .references(() => round.id),
    visitId: uuid('visit_id').references(() => visit.id),
    kind: text({ enum: feedKinds }).notNull(),
    /** The field command, for kind `command`. */
    commandId: uuid('command_id').references(() => fieldCommand.id),
    /** The kept command that the leader decided on, for kind `decided`. */
    quarantinedId: uuid('quarantined_id').references(() => quarantinedCommand.id),
  },
  (table) => [
    index('change_feed_cursor').on(table.xid, table.seq),
    index('change_feed_account').on(table.accountId),
    index('change_feed_round').on(table.roundId),
    index('change_feed_visit').on(table.visitId),
    index('change_feed_command').on(table.commandId),
    index('change_feed_quarantined').on(table.quarantinedId).where(sql`quarantined_id is not null`),
    check('change_feed_kind', oneOf(table.kind, feedKinds)),
    ...fence({
      read: anyOf(
        sql`${table.accountId} = ${actorId}`,
        allOf(sql`${table.accountId} is null`, onTeam('change_feed.round_id')),
        isSystem,
      ),
      insert: signedIn,
      update: isSystem,
    }),
  ],
);

/** Transaction ids start again after a restore into a new cluster: a cursor of another generation starts over. */
export const feedGeneration = pgTable(
  'feed_generation',
  {
    id: uuid().primaryKey(),
    startedAt: instant('started_at').notNull().defaultNow(),
    /** System identifier of the PostgreSQL cluster whose transaction ids the feed counts by. */
    cluster: text().notNull().default(''),
  },
  () => [...fence({ read: signedIn, insert: isSystem })],
);
