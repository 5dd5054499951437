import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import {
  actorId,
  administersDevice,
  allOf,
  anyOf,
  atSignIn,
  fence,
  isSystem,
  overseesDevice,
  signedIn,
} from '../policy.ts';
import { account } from './access.ts';
import { unit } from './organisation.ts';

/** A tablet or browser that does field work. Its keys never change; the last contact's facts are what it told. */
export const device = pgTable(
  'device',
  {
    id: uuid().primaryKey(),
    label: text().notNull(),
    platform: text().notNull(),
    /** P-256 public keys, SPKI in base64url. */
    signKey: text('sign_key').notNull(),
    agreeKey: text('agree_key').notNull(),
    /** Where whoever registered it works: its administrators are those of this unit. */
    unitId: uuid('unit_id').references(() => unit.id),
    registeredBy: uuid('registered_by')
      .notNull()
      .references(() => account.id),
    registeredAt: instant('registered_at').notNull(),
    /** Its keys are destroyed: nothing is sealed for it any more. */
    wipedAt: instant('wiped_at'),
    /** The server's time of the last signed contact that told its facts, the device's own, and the distance (ms, server − device). */
    lastContactAt: instant('last_contact_at'),
    lastContactDeviceAt: instant('last_contact_device_at'),
    clockOffsetMs: bigint('clock_offset_ms', { mode: 'number' }),
    appVersion: text('app_version'),
    /** Whether the browser promised to keep the storage; null: not told. */
    storageKept: boolean('storage_kept'),
    freeBytes: bigint('free_bytes', { mode: 'number' }),
    unsentRecords: integer('unsent_records'),
    unsentPhotos: integer('unsent_photos'),
  },
  (table) => [
    index('device_unit').on(table.unitId),
    index('device_registered_by').on(table.registeredBy),
    // What is told at the registration stays, and that it was wiped: a trigger (`registration_stays`).
    ...fence({
      read: anyOf(signedIn, isSystem, atSignIn),
      insert: sql`${table.registeredBy} = ${actorId} and ${table.unitId} is not distinct from
        (select a.unit_id from account a where a.id = ${actorId})`,
      update: anyOf(
        isSystem,
        sql`exists (select 1 from device_account u where u.device_id = ${table.id} and u.account_id = ${actorId})`,
      ),
    }),
  ],
);

/** Who works on which device. */
export const deviceAccount = pgTable(
  'device_account',
  {
    deviceId: uuid('device_id')
      .notNull()
      .references(() => device.id),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    firstSeenAt: instant('first_seen_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    /**
     * Since when the device speaks for this person no more: another password, a lock, signed out elsewhere. The next
     * sign-in on it ends that.
     */
    silencedAt: instant('silenced_at'),
  },
  (table) => [
    primaryKey({ columns: [table.deviceId, table.accountId] }),
    index('device_account_account').on(table.accountId),
    ...fence({
      read: anyOf(
        sql`${table.accountId} = ${actorId}`,
        isSystem,
        atSignIn,
        overseesDevice('device_account.device_id'),
        // Colleagues seal for each other's devices.
        sql.raw(
          'exists (select 1 from round_member m where m.account_id = device_account.account_id and m.round_id = any((select team_rounds())::uuid[]))',
        ),
      ),
      insert: sql`${table.accountId} = ${actorId}`,
      update: anyOf(sql`${table.accountId} = ${actorId}`, atSignIn),
    }),
  ],
);

const mayWipe = administersDevice('device_wipe.device_id');

/** Orders to wipe a device, one open at a time: given, taken back, or carried out and reported. */
export const deviceWipe = pgTable(
  'device_wipe',
  {
    id: uuid().primaryKey(),
    deviceId: uuid('device_id')
      .notNull()
      .references(() => device.id),
    orderedBy: uuid('ordered_by')
      .notNull()
      .references(() => account.id),
    orderedAt: instant('ordered_at').notNull(),
    reason: text().notNull(),
    cancelledBy: uuid('cancelled_by').references(() => account.id),
    cancelledAt: instant('cancelled_at'),
    /** When the device first fetched the order. */
    fetchedAt: instant('fetched_at'),
    wipedAt: instant('wiped_at'),
    /** What the device says that it handed in and destroyed. */
    report: jsonb().$type<unknown>(),
  },
  (table) => [
    index('device_wipe_device').on(table.deviceId),
    index('device_wipe_ordered_by').on(table.orderedBy),
    index('device_wipe_cancelled_by').on(table.cancelledBy),
    uniqueIndex('device_wipe_open')
      .on(table.deviceId)
      .where(sql`${table.cancelledAt} is null and ${table.wipedAt} is null`),
    // What the device tells of it is the device's to tell: a trigger (`told_by_device`).
    ...fence({
      read: anyOf(isSystem, atSignIn, mayWipe),
      insert: allOf(mayWipe, sql`${table.orderedBy} = ${actorId}`),
      update: anyOf(isSystem, atSignIn, mayWipe),
    }),
  ],
);
