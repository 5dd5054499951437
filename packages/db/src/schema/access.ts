import { roles } from '@kycuong/domain/access/role.ts';
import { securityKinds } from '@kycuong/domain/access/security-event.ts';
import { sessionSteps } from '@kycuong/domain/access/session-step.ts';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant } from '../column.ts';
import { oneOf } from '../one-of.ts';
import {
  actorId,
  administers,
  administersAccount,
  allOf,
  anyOf,
  atSignIn,
  fence,
  givesRole,
  isSystem,
  madeByTakenBack,
  overWhole,
  signedIn,
  standsOverAccount,
} from '../policy.ts';
import { device } from './device.ts';
import { unit } from './organisation.ts';

export const account = pgTable(
  'account',
  {
    id: uuid().primaryKey(),
    username: text().notNull(),
    fullName: text('full_name').notNull(),
    email: text(),
    unitId: uuid('unit_id').references(() => unit.id),
    /** Loaded with the demo story: an invented person. */
    invented: boolean().notNull().default(false),
    disabledAt: instant('disabled_at'),
    /** Why it is locked; null while it is not. */
    disabledReason: text('disabled_reason'),
    recordedAt: instant('recorded_at').notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex('account_username').on(sql`lower(${table.username})`),
    index('account_unit').on(table.unitId),
    ...fence({
      read: anyOf(signedIn, atSignIn),
      insert: administers('account.unit_id'),
      update: standsOverAccount('account.id', 'account.unit_id'),
      // One that a list made which is taken back; whatever refers to it keeps it.
      remove: allOf(
        madeByTakenBack('account', 'account.id'),
        standsOverAccount('account.id', 'account.unit_id'),
      ),
    }),
  ],
);

/** argon2id hash, apart from the account so that no list of people can carry it. */
export const credential = pgTable(
  'credential',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => account.id),
    passwordHash: text('password_hash').notNull(),
    changedAt: instant('changed_at').notNull(),
    /** Made up by somebody else: its owner sets another one before anything else. */
    given: boolean().notNull().default(false),
    /** The last moment of a given one that is good for some time only. */
    givenUntil: instant('given_until'),
  },
  (table) => [
    ...fence({
      read: anyOf(atSignIn, sql`${table.accountId} = ${actorId}`),
      insert: standsOverAccount('credential.account_id'),
      update: anyOf(sql`${table.accountId} = ${actorId}`, standsOverAccount('credential.account_id')),
      // With its account, through `drop_first_passwords` alone.
      remove: allOf(atSignIn, sql`${table.given}`, madeByTakenBack('account', 'credential.account_id')),
    }),
  ],
);

/**
 * `id` is the SHA-256 of the session id that only the person's browser holds. Triggers delete all of an account's when its
 * password changes or it is disabled.
 */
export const session = pgTable(
  'session',
  {
    id: text().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    /** By this others name it. */
    ref: uuid().notNull().defaultRandom(),
    createdAt: instant('created_at').notNull().defaultNow(),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
    /** Idle, it ends then; use prolongs it, never beyond `endsAt`. */
    expiresAt: instant('expires_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** Opened with a given password: good for setting another one, and for nothing else. */
    limited: boolean().notNull().default(false),
    /** What a limited one waits for. */
    awaits: text({ enum: sessionSteps }),
    /** The registered device on which it was opened; null: a browser. */
    deviceId: uuid('device_id').references((): AnyPgColumn => device.id),
    /** As they were told at the sign-in. */
    address: text(),
    browser: text(),
  },
  (table) => [
    index('session_account').on(table.accountId),
    index('session_device').on(table.deviceId),
    uniqueIndex('session_ref').on(table.ref),
    check('session_awaits', sql`${table.awaits} is null or ${oneOf(table.awaits, sessionSteps)}`),
    ...fence({
      // PostgreSQL deletes only what it may also read: without this a new password would end no session.
      read: anyOf(atSignIn, sql`${table.accountId} = ${actorId}`),
      insert: atSignIn,
      update: atSignIn,
      remove: anyOf(atSignIn, sql`${table.accountId} = ${actorId}`),
    }),
  ],
);

export const roleGrant = pgTable(
  'role_grant',
  {
    id: uuid().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    role: text({ enum: roles }).notNull(),
    /** Null: the whole system, for an administrator who is there before any unit is. */
    unitId: uuid('unit_id').references(() => unit.id),
    validFrom: date('valid_from', { mode: 'string' }).notNull(),
    validUntil: date('valid_until', { mode: 'string' }),
  },
  (table) => [
    index('role_grant_account').on(table.accountId),
    index('role_grant_unit').on(table.unitId),
    check('role_grant_unit', sql`${table.unitId} is not null or ${table.role} = 'administrator'`),
    check(
      'role_grant_interval',
      sql`${table.validUntil} is null or ${table.validUntil} >= ${table.validFrom}`,
    ),
    check('role_grant_role', oneOf(table.role, roles)),
    ...fence({
      // Who signs in may need a second factor for what they are.
      read: anyOf(signedIn, atSignIn),
      insert: givesRole('role_grant.account_id', 'role_grant.unit_id'),
      // Ended by who administers its place, wherever the person works; a trigger (`days_alone`) keeps the rest of it.
      update: administers('role_grant.unit_id'),
      // A role that ends before it begins.
      remove: administers('role_grant.unit_id'),
    }),
  ],
);

/** A second factor (TOTP). The secret is sealed with a key that does not lie in the database. */
export const secondFactor = pgTable(
  'second_factor',
  {
    accountId: uuid('account_id')
      .primaryKey()
      .references(() => account.id),
    sealedSecret: text('sealed_secret').notNull(),
    /** The step of time whose code was used last: it and earlier ones are never good again. */
    lastStep: bigint('last_step', { mode: 'number' }).notNull(),
    enrolledAt: instant('enrolled_at').notNull(),
  },
  (table) => [
    ...fence({
      read: anyOf(
        atSignIn,
        sql`${table.accountId} = ${actorId}`,
        administersAccount('second_factor.account_id'),
      ),
      insert: sql`${table.accountId} = ${actorId}`,
      update: anyOf(atSignIn, sql`${table.accountId} = ${actorId}`),
      remove: anyOf(sql`${table.accountId} = ${actorId}`, standsOverAccount('second_factor.account_id')),
    }),
  ],
);

/** Codes that stand in for the second factor, each once; by a hash over account and code. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    hash: text().primaryKey(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    usedAt: instant('used_at'),
  },
  (table) => [
    index('recovery_code_account').on(table.accountId),
    ...fence({
      read: anyOf(
        atSignIn,
        sql`${table.accountId} = ${actorId}`,
        administersAccount('recovery_code.account_id'),
      ),
      insert: sql`${table.accountId} = ${actorId}`,
      update: anyOf(atSignIn, sql`${table.accountId} = ${actorId}`),
      remove: anyOf(sql`${table.accountId} = ${actorId}`, standsOverAccount('recovery_code.account_id')),
    }),
  ],
);

/** Attempts to sign in that were not successful, per user name, per known browser and per address: slows guesses down. */
export const signInThrottle = pgTable(
  'sign_in_throttle',
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    blockedUntil: instant('blocked_until'),
    lastFailureAt: instant('last_failure_at').notNull(),
  },
  (table) => [
    index('sign_in_throttle_last_failure').on(table.lastFailureAt),
    ...fence({ read: atSignIn, insert: atSignIn, update: atSignIn, remove: atSignIn }),
  ],
);

/** Who has signed in with which browser before. `browser` is the SHA-256 of a cookie that only the browser holds. */
export const knownBrowser = pgTable(
  'known_browser',
  {
    browser: text().notNull(),
    accountId: uuid('account_id')
      .notNull()
      .references(() => account.id),
    lastSignInAt: instant('last_sign_in_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.browser, table.accountId] }),
    index('known_browser_account').on(table.accountId),
    index('known_browser_last_sign_in').on(table.lastSignInAt),
    ...fence({ read: atSignIn, insert: atSignIn, update: atSignIn, remove: atSignIn }),
  ],
);

/**
 * Sign-ins, failures, refusals and what else touches the safety of an account. Insert-only, through `note_security`, which
 * keeps so many of a bucket an hour; the system alone deletes what is old.
 */
export const securityEvent = pgTable(
  'security_event',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant('at').notNull(),
    kind: text({ enum: securityKinds }).notNull(),
    accountId: uuid('account_id').references(() => account.id),
    /** Who did it, when that was not the account itself. */
    byId: uuid('by_id').references(() => account.id),
    address: text(),
    browser: text(),
    /** `session.ref`, also after the session is gone. */
    sessionRef: uuid('session_ref'),
    detail: text(),
    /** The last of its bucket that was kept in its hour: there may have been more. */
    more: boolean().notNull().default(false),
    bucket: text().notNull(),
  },
  (table) => [
    index('security_event_bucket').on(table.bucket, table.at),
    index('security_event_at').on(table.at),
    index('security_event_account').on(table.accountId, table.at),
    index('security_event_by').on(table.byId).where(sql`by_id is not null`),
    index('security_event_nobody').on(table.at).where(sql`account_id is null`),
    check('security_event_kind', oneOf(table.kind, securityKinds)),
    ...fence({
      read: anyOf(
        atSignIn,
        isSystem,
        sql`${table.accountId} = ${actorId}`,
        overWhole('administrator'),
        allOf(sql`${table.accountId} is not null`, administersAccount('security_event.account_id')),
      ),
      insert: atSignIn,
      remove: isSystem,
    }),
  ],
);
