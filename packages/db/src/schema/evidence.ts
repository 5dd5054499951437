import { evidenceSources, statedBy } from '@kycuong/domain/evidence/attach-evidence.ts';
import { evidenceStates, evidenceTargets } from '@kycuong/domain/evidence/evidence-target.ts';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import { actorId, allOf, anyOf, fence, heads, isSystem, onTeam, oversees, runsProgramme } from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';
import { round } from './planning.ts';
import { visit } from './visit.ts';

/** A photo or file that something rests on, named before its bytes arrive: the row is the upload's ticket. */
export const evidence = pgTable(
  'evidence',
  {
    id: uuid().primaryKey(),
    sha256: text().notNull(),
    size: integer().notNull(),
    mediaType: text('media_type').notNull(),
    name: text().notNull(),
    caption: text(),
    status: text({ enum: evidenceStates }).notNull(),
    targetKind: text('target_kind', { enum: evidenceTargets }).notNull(),
    /** Item code, or id of the finding, dossier or corrective action. */
    targetId: text('target_id').notNull(),
    visitId: uuid('visit_id').references(() => visit.id),
    roundId: uuid('round_id').references(() => round.id),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    attachedBy: uuid('attached_by')
      .notNull()
      .references(() => account.id),
    /** Who handed the command in or admitted it, when that was not the author; the bytes may come from either. */
    senderId: uuid('sender_id').references(() => account.id),
    /** When it was taken with the tablet's camera, or else added, by the server's clock as with a finding. */
    takenAt: instant('taken_at').notNull(),
    deviceAt: instant('device_at'),
    clockUnknown: boolean('clock_unknown').notNull().default(false),
    /** Null: the first release did not tell. */
    source: text({ enum: evidenceSources }),
    /** What it says of its own time, unproven, and by what. */
    statedAt: instant('stated_at'),
    statedBy: text('stated_by', { enum: statedBy }),
    place: jsonb().$type<{ latitude: number; longitude: number; accuracyM: number }>(),
    recordedAt: instant('recorded_at').notNull(),
    receivedAt: instant('received_at'),
    releasedAt: instant('released_at'),
  },
  (table) => [
    index('evidence_sha256').on(table.sha256),
    index('evidence_visit').on(table.visitId),
    index('evidence_round').on(table.roundId),
    index('evidence_unit').on(table.unitId),
    index('evidence_attached_by').on(table.attachedBy),
    index('evidence_sender').on(table.senderId).where(sql`sender_id is not null`),
    index('evidence_target').on(table.targetKind, table.targetId),
    check('evidence_status', oneOf(table.status, evidenceStates)),
    check('evidence_source', oneOf(table.source, evidenceSources)),
    check('evidence_stated_by', oneOf(table.statedBy, statedBy)),
    check('evidence_target_kind', oneOf(table.targetKind, evidenceTargets)),
    ...fence({
      read: anyOf(
        isSystem,
        sql`${table.attachedBy} = ${actorId}`,
        sql`${table.senderId} = ${actorId}`,
        onTeam('evidence.round_id'),
        oversees('evidence.unit_id'),
        allOf(
          heads('evidence.unit_id'),
          sql.raw(`(evidence.released_at is not null or evidence.target_kind = 'corrective-action')`),
        ),
      ),
      insert: allOf(
        anyOf(sql`${table.attachedBy} = ${actorId}`, sql`${table.senderId} = ${actorId}`),
        anyOf(onTeam('evidence.round_id'), heads('evidence.unit_id')),
      ),
      update: anyOf(isSystem, runsProgramme('evidence.unit_id')),
    }),
  ],
);

/** The folder in which the bytes are kept, by the mark in it: a server with another folder is told so. One row. */
export const evidenceFolder = pgTable(
  'evidence_folder',
  {
    only: boolean().primaryKey().default(true),
    mark: uuid().notNull(),
    notedAt: instant('noted_at').notNull(),
  },
  (table) => [
    check('evidence_folder_only', sql`${table.only}`),
    ...fence({ read: isSystem, insert: isSystem }),
  ],
);
